; ModuleID = '<string>'
source_filename = "<string>"

define i32 @look(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.call) {
entry:
  %.765 = alloca i64, align 8
  store i64 0, ptr %.765, align 8
  %.768 = alloca i64, align 8
  store i64 0, ptr %.768, align 8
  %.888 = alloca i64, align 8
  store i64 0, ptr %.888, align 8
  %.891 = alloca i64, align 8
  store i64 0, ptr %.891, align 8
  %.1142 = alloca ptr, align 8
  store ptr null, ptr %.1142, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.13 = inttoptr i64 %arg.call to ptr
  %.61 = load i64, ptr %.13, align 8
  %.89 = getelementptr i8, ptr %.13, i64 8
  %.90 = load i64, ptr %.89, align 8
  %.118 = getelementptr i8, ptr %.13, i64 16
  %.119 = load i64, ptr %.118, align 8
  %.147 = getelementptr i8, ptr %.13, i64 24
  %.148 = load i64, ptr %.147, align 8
  %.187 = getelementptr i8, ptr %.13, i64 64
  %.188 = load i64, ptr %.187, align 8
  %.198 = inttoptr i64 %.188 to ptr
  %.252 = getelementptr i8, ptr %.13, i64 72
  %.253 = load i64, ptr %.252, align 8
  %.267 = inttoptr i64 %.253 to ptr
  %.275 = mul nsw i64 %.119, 14
  %.321 = getelementptr i8, ptr %.13, i64 80
  %.322 = load i64, ptr %.321, align 8
  %.336 = inttoptr i64 %.322 to ptr
  %.344 = shl nsw i64 %.119, 1
  %.390 = getelementptr i8, ptr %.13, i64 88
  %.391 = load i64, ptr %.390, align 8
  %.419 = getelementptr i8, ptr %.13, i64 32
  %.420 = load i64, ptr %.419, align 8
  %.429 = shl i64 %.420, 2
  %.431 = inttoptr i64 %.391 to ptr
  %.439 = mul nsw i64 %.148, %.420
  %.485 = getelementptr i8, ptr %.13, i64 96
  %.486 = load i64, ptr %.485, align 8
  %.514 = getelementptr i8, ptr %.13, i64 40
  %.515 = load i64, ptr %.514, align 8
  %.526 = shl i64 %.515, 2
  %.529 = inttoptr i64 %.486 to ptr
  %.587 = getelementptr i8, ptr %.13, i64 104
  %.588 = load i64, ptr %.587, align 8
  %.616 = getelementptr i8, ptr %.13, i64 48
  %.617 = load i64, ptr %.616, align 8
  %.626 = shl i64 %.148, 2
  %.628 = inttoptr i64 %.588 to ptr
  %.636 = mul nsw i64 %.617, %.148
  %.682 = getelementptr i8, ptr %.13, i64 112
  %.683 = load i64, ptr %.682, align 8
  %.711 = getelementptr i8, ptr %.13, i64 56
  %.712 = load i64, ptr %.711, align 8
  %.719 = inttoptr i64 %.683 to ptr
  store i64 0, ptr %.765, align 8
  %.779 = icmp slt i64 %.61, 1
  %storemerge = select i1 %.779, i64 0, i64 %.61
  store i64 %storemerge, ptr %.768, align 8
  br label %B770

B770:                                             ; preds = %B818, %entry
  %.822 = load i64, ptr %.768, align 8
  %.823 = icmp sgt i64 %.822, 0
  br i1 %.823, label %B770.if, label %B894

B818:                                             ; preds = %B820.endif, %B770.if
  %.943 = load i64, ptr %.891, align 8
  %.944 = icmp sgt i64 %.943, 0
  br i1 %.944, label %B818.if, label %B770

common.ret:                                       ; preds = %B820.if, %B894
  %common.ret.op = phi i32 [ 0, %B894 ], [ %.1170, %B820.if ]
  ret i32 %common.ret.op

B894:                                             ; preds = %B770
  store i64 0, ptr %retptr, align 8
  br label %common.ret

B770.if:                                          ; preds = %B770
  %.829 = load i64, ptr %.765, align 8
  %.832 = add nsw i64 %.822, -1
  store i64 %.832, ptr %.768, align 8
  %.836 = add i64 %.829, 1
  store i64 %.836, ptr %.765, align 8
  store i64 0, ptr %.888, align 8
  %.902 = icmp slt i64 %.148, 1
  %0 = add nuw i64 %.148, 127
  %.923 = lshr i64 %0, 7
  %storemerge574 = select i1 %.902, i64 0, i64 %.923
  store i64 %storemerge574, ptr %.891, align 8
  br label %B818

B818.if:                                          ; preds = %B818
  %.950 = load i64, ptr %.888, align 8
  %.953 = add nsw i64 %.943, -1
  store i64 %.953, ptr %.891, align 8
  %.957 = add i64 %.950, 128
  store i64 %.957, ptr %.888, align 8
  %.1002 = icmp slt i64 %.829, 0
  %.1003 = select i1 %.1002, i64 %.61, i64 0
  %.1004 = add i64 %.829, %.1003
  %.1021 = mul i64 %.1004, %.90
  %.1023 = getelementptr float, ptr %.198, i64 %.1021
  %.1076 = icmp slt i64 %.829, 0
  %.1077 = select i1 %.1076, i64 %.61, i64 0
  %.1078 = add i64 %.829, %.1077
  %.1100 = mul i64 %.148, %.515
  %.1102 = mul i64 %.1078, %.1100
  %.1104 = getelementptr float, ptr %.529, i64 %.1102
  %.1121 = mul nsw i64 %.148, %.515
  store ptr null, ptr %.1142, align 8
  %.1170 = call i32 @looking._answer(ptr nonnull %.1142, ptr nonnull %excinfo.1, ptr null, ptr null, i64 %.712, i64 4, ptr %.719, i64 %.712, i64 4, ptr null, ptr null, i64 %.90, i64 4, ptr %.1023, i64 %.90, i64 4, ptr null, ptr null, i64 %.275, i64 8, ptr %.267, i64 %.119, i64 14, i64 112, i64 8, ptr null, ptr null, i64 %.344, i64 8, ptr %.336, i64 %.119, i64 2, i64 16, i64 8, ptr null, ptr null, i64 %.439, i64 4, ptr %.431, i64 %.148, i64 %.420, i64 %.429, i64 4, ptr null, ptr null, i64 %.1121, i64 4, ptr %.1104, i64 %.148, i64 %.515, i64 %.526, i64 4, ptr null, ptr null, i64 %.636, i64 4, ptr %.628, i64 %.617, i64 %.148, i64 %.626, i64 4, i64 %.950)
  switch i32 %.1170, label %B820.if [
    i32 -2, label %B820.endif
    i32 0, label %B820.endif
  ], !prof !0

B820.if:                                          ; preds = %B818.if
  %.1178 = icmp sgt i32 %.1170, 0
  %.1171 = load ptr, ptr %excinfo.1, align 8
  %.1179 = select i1 %.1178, ptr %.1171, ptr undef
  store ptr %.1179, ptr %excinfo, align 8
  br label %common.ret

B820.endif:                                       ; preds = %B818.if, %B818.if
  br label %B818
}

; Function Attrs: alwaysinline
define internal i32 @looking._answer(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, ptr %arg.outputs.0, ptr %arg.outputs.1, i64 %arg.outputs.2, i64 %arg.outputs.3, ptr %arg.outputs.4, i64 %arg.outputs.5.0, i64 %arg.outputs.5.1, i64 %arg.outputs.6.0, i64 %arg.outputs.6.1, ptr %arg.rows.0, ptr %arg.rows.1, i64 %arg.rows.2, i64 %arg.rows.3, ptr %arg.rows.4, i64 %arg.rows.5.0, i64 %arg.rows.5.1, i64 %arg.rows.6.0, i64 %arg.rows.6.1, i64 %arg.first) #0 {
entry:
  %.256 = alloca ptr, align 8
  store ptr null, ptr %.256, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.296 = alloca ptr, align 8
  store ptr null, ptr %.296, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.343 = alloca ptr, align 8
  store ptr null, ptr %.343, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.417 = alloca i64, align 8
  store i64 0, ptr %.417, align 8
  %.420 = alloca i64, align 8
  store i64 0, ptr %.420, align 8
  %.538 = alloca i64, align 8
  store i64 0, ptr %.538, align 8
  %.541 = alloca i64, align 8
  store i64 0, ptr %.541, align 8
  %.118 = sub nsw i64 %arg.x.5.0, %arg.first
  %.119 = icmp slt i64 %.118, 128
  %.135 = sub nsw i64 %arg.x.5.0, %arg.first
  %spec.select = select i1 %.119, i64 %.135, i64 128
  %.151 = add nsw i64 %spec.select, 15
  %0 = and i64 %.151, -16
  %.249 = getelementptr i8, ptr %arg.layers.4, i64 56
  %.250 = load i64, ptr %.249, align 8
  store ptr null, ptr %.256, align 8
  %.266 = call i32 @looking._fetch(ptr nonnull %.256, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.250, i64 %0, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, i64 %arg.first, i64 %spec.select)
  switch i32 %.266, label %B106.endif.if [
    i32 -2, label %B106.endif.endif
    i32 0, label %B106.endif.endif
  ], !prof !0

B366:                                             ; preds = %B106.endif.endif.endif.endif, %B400
  %.472 = load i64, ptr %.420, align 8
  %.473 = icmp sgt i64 %.472, 0
  br i1 %.473, label %B366.if, label %B468

B400:                                             ; preds = %B400.if, %B366.if
  %.593 = load i64, ptr %.541, align 8
  %.594 = icmp sgt i64 %.593, 0
  br i1 %.594, label %B400.if, label %B366

common.ret:                                       ; preds = %B106.endif.endif.endif.if, %B106.endif.endif.if, %B106.endif.if, %B468
  %common.ret.op = phi i32 [ 0, %B468 ], [ %.357, %B106.endif.endif.endif.if ], [ %.266, %B106.endif.if ], [ %.312, %B106.endif.endif.if ]
  ret i32 %common.ret.op

B468:                                             ; preds = %B366
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B106.endif.if:                                    ; preds = %entry
  %.274 = icmp sgt i32 %.266, 0
  %.267 = load ptr, ptr %excinfo.1, align 8
  %.275 = select i1 %.274, ptr %.267, ptr undef
  store ptr %.275, ptr %excinfo, align 8
  br label %common.ret

B106.endif.endif:                                 ; preds = %entry, %entry
  store ptr null, ptr %.296, align 8
  %.312 = call i32 @looking.ask(ptr nonnull %.296, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %0)
  switch i32 %.312, label %B106.endif.endif.if [
    i32 -2, label %B106.endif.endif.endif
    i32 0, label %B106.endif.endif.endif
  ], !prof !0

B106.endif.endif.if:                              ; preds = %B106.endif.endif
  %.320 = icmp sgt i32 %.312, 0
  %.313 = load ptr, ptr %excinfo.2, align 8
  %.321 = select i1 %.320, ptr %.313, ptr undef
  store ptr %.321, ptr %excinfo, align 8
  br label %common.ret

B106.endif.endif.endif:                           ; preds = %B106.endif.endif, %B106.endif.endif
  store ptr null, ptr %.343, align 8
  %.357 = call i32 @looking.tell(ptr nonnull %.343, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.outputs.0, ptr %arg.outputs.1, i64 %arg.outputs.2, i64 %arg.outputs.3, ptr %arg.outputs.4, i64 %arg.outputs.5.0, i64 %arg.outputs.5.1, i64 %arg.outputs.6.0, i64 %arg.outputs.6.1, i64 %arg.first, i64 %spec.select, i64 %0)
  switch i32 %.357, label %B106.endif.endif.endif.if [
    i32 -2, label %B106.endif.endif.endif.endif
    i32 0, label %B106.endif.endif.endif.endif
  ], !prof !0

B106.endif.endif.endif.if:                        ; preds = %B106.endif.endif.endif
  %.365 = icmp sgt i32 %.357, 0
  %.358 = load ptr, ptr %excinfo.3, align 8
  %.366 = select i1 %.365, ptr %.358, ptr undef
  store ptr %.366, ptr %excinfo, align 8
  br label %common.ret

B106.endif.endif.endif.endif:                     ; preds = %B106.endif.endif.endif, %B106.endif.endif.endif
  store i64 0, ptr %.417, align 8
  %.431 = icmp slt i64 %arg.rows.5.0, 1
  %storemerge = select i1 %.431, i64 0, i64 %arg.rows.5.0
  store i64 %storemerge, ptr %.420, align 8
  br label %B366

B366.if:                                          ; preds = %B366
  %.479 = load i64, ptr %.417, align 8
  %.482 = add nsw i64 %.472, -1
  store i64 %.482, ptr %.420, align 8
  %.486 = add i64 %.479, 1
  store i64 %.486, ptr %.417, align 8
  store i64 0, ptr %.538, align 8
  %.552 = icmp slt i64 %spec.select, 1
  %storemerge291 = select i1 %.552, i64 0, i64 %spec.select
  store i64 %storemerge291, ptr %.541, align 8
  br label %B400

B400.if:                                          ; preds = %B400
  %.600 = load i64, ptr %.538, align 8
  %.603 = add nsw i64 %.593, -1
  store i64 %.603, ptr %.541, align 8
  %.607 = add i64 %.600, 1
  store i64 %.607, ptr %.538, align 8
  %.634 = mul nsw i64 %.479, %0
  %1 = getelementptr float, ptr %arg.work.4, i64 %.634
  %.643 = getelementptr float, ptr %1, i64 %.600
  %.644 = load float, ptr %.643, align 4
  %.646 = add nsw i64 %arg.first, %.600
  %.670 = icmp slt i64 %.479, 0
  %.671 = select i1 %.670, i64 %arg.rows.5.0, i64 0
  %.672 = add i64 %.479, %.671
  %.673 = icmp slt i64 %.646, 0
  %.674 = select i1 %.673, i64 %arg.rows.5.1, i64 0
  %.692 = mul i64 %.672, %arg.rows.5.1
  %2 = getelementptr float, ptr %arg.rows.4, i64 %.692
  %3 = getelementptr float, ptr %2, i64 %.646
  %.696 = getelementptr float, ptr %3, i64 %.674
  store float %.644, ptr %.696, align 4
  br label %B400
}

; Function Attrs: alwaysinline
define internal i32 @looking._fetch(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, i64 %arg.first, i64 %arg.used) #0 {
entry:
  %.59 = alloca ptr, align 8
  store ptr null, ptr %.59, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.123 = alloca i64, align 8
  store i64 0, ptr %.123, align 8
  %.126 = alloca i64, align 8
  store i64 0, ptr %.126, align 8
  %.252 = alloca i64, align 8
  store i64 0, ptr %.252, align 8
  %.255 = alloca i64, align 8
  store i64 0, ptr %.255, align 8
  store ptr null, ptr %.59, align 8
  %.65 = call i32 @looking.clear(ptr nonnull %.59, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width, i64 %arg.x.5.1)
  switch i32 %.65, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B114:                                             ; preds = %B0.endif, %B164
  %.178 = load i64, ptr %.126, align 8
  %.179 = icmp sgt i64 %.178, 0
  br i1 %.179, label %B114.if, label %B248

B164:                                             ; preds = %B164.if, %B114.if
  %.307 = load i64, ptr %.255, align 8
  %.308 = icmp sgt i64 %.307, 0
  br i1 %.308, label %B164.if, label %B114

common.ret:                                       ; preds = %B0.if, %B248
  %common.ret.op = phi i32 [ 0, %B248 ], [ %.65, %B0.if ]
  ret i32 %common.ret.op

B248:                                             ; preds = %B114
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B0.if:                                            ; preds = %entry
  %.73 = icmp sgt i32 %.65, 0
  %.66 = load ptr, ptr %excinfo.1, align 8
  %.74 = select i1 %.73, ptr %.66, ptr undef
  store ptr %.74, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  store i64 0, ptr %.123, align 8
  %.137 = icmp slt i64 %arg.x.5.1, 1
  %storemerge = select i1 %.137, i64 0, i64 %arg.x.5.1
  store i64 %storemerge, ptr %.126, align 8
  br label %B114

B114.if:                                          ; preds = %B114
  %.185 = load i64, ptr %.123, align 8
  %.188 = add nsw i64 %.178, -1
  store i64 %.188, ptr %.126, align 8
  %.192 = add i64 %.185, 1
  store i64 %.192, ptr %.123, align 8
  %.222 = add nsw i64 %arg.row, %.185
  %.224 = mul nsw i64 %.222, %arg.width
  store i64 0, ptr %.252, align 8
  %.266 = icmp slt i64 %arg.used, 1
  %storemerge156 = select i1 %.266, i64 0, i64 %arg.used
  store i64 %storemerge156, ptr %.255, align 8
  br label %B164

B164.if:                                          ; preds = %B164
  %.314 = load i64, ptr %.252, align 8
  %.317 = add nsw i64 %.307, -1
  store i64 %.317, ptr %.255, align 8
  %.321 = add i64 %.314, 1
  store i64 %.321, ptr %.252, align 8
  %.349 = add nsw i64 %arg.first, %.314
  %.367 = mul i64 %.349, %arg.x.5.1
  %0 = getelementptr float, ptr %arg.x.4, i64 %.367
  %.369 = getelementptr float, ptr %0, i64 %.185
  %.370 = load float, ptr %.369, align 4
  %1 = getelementptr float, ptr %arg.work.4, i64 %.224
  %.378 = getelementptr float, ptr %1, i64 %.314
  store float %.370, ptr %.378, align 4
  br label %B164
}

; Function Attrs: alwaysinline
define internal i32 @looking.ask(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %arg.width) #0 {
entry:
  %.95 = alloca i64, align 8
  store i64 0, ptr %.95, align 8
  %.98 = alloca i64, align 8
  store i64 0, ptr %.98, align 8
  %.197 = alloca ptr, align 8
  store ptr null, ptr %.197, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  store i64 0, ptr %.95, align 8
  %.109 = icmp slt i64 %arg.layers.5.0, 1
  %storemerge = select i1 %.109, i64 0, i64 %arg.layers.5.0
  store i64 %storemerge, ptr %.98, align 8
  br label %B60

B60:                                              ; preds = %B62.endif, %entry
  %.152 = load i64, ptr %.98, align 8
  %.153 = icmp sgt i64 %.152, 0
  br i1 %.153, label %B60.if, label %B108

common.ret:                                       ; preds = %B62.if, %B108
  %common.ret.op = phi i32 [ 0, %B108 ], [ %.214, %B62.if ]
  ret i32 %common.ret.op

B108:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B60.if:                                           ; preds = %B60
  %.159 = load i64, ptr %.95, align 8
  %.162 = add nsw i64 %.152, -1
  store i64 %.162, ptr %.98, align 8
  %.166 = add i64 %.159, 1
  store i64 %.166, ptr %.95, align 8
  store ptr null, ptr %.197, align 8
  %.214 = call i32 @passes.forward(ptr nonnull %.197, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %.159, i64 %arg.width, i8 0)
  switch i32 %.214, label %B62.if [
    i32 -2, label %B62.endif
    i32 0, label %B62.endif
  ], !prof !0

B62.if:                                           ; preds = %B60.if
  %.222 = icmp sgt i32 %.214, 0
  %.215 = load ptr, ptr %excinfo.1, align 8
  %.223 = select i1 %.222, ptr %.215, ptr undef
  store ptr %.223, ptr %excinfo, align 8
  br label %common.ret

B62.endif:                                        ; preds = %B60.if, %B60.if
  br label %B60
}

; Function Attrs: alwaysinline
define internal i32 @looking.tell(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.outputs.0, ptr %arg.outputs.1, i64 %arg.outputs.2, i64 %arg.outputs.3, ptr %arg.outputs.4, i64 %arg.outputs.5.0, i64 %arg.outputs.5.1, i64 %arg.outputs.6.0, i64 %arg.outputs.6.1, i64 %arg.first, i64 %arg.used, i64 %arg.width) #0 {
entry:
  %.90 = alloca i64, align 8
  store i64 0, ptr %.90, align 8
  %.93 = alloca i64, align 8
  store i64 0, ptr %.93, align 8
  %.213 = alloca i64, align 8
  store i64 0, ptr %.213, align 8
  %.216 = alloca i64, align 8
  store i64 0, ptr %.216, align 8
  store i64 0, ptr %.90, align 8
  %.104 = icmp slt i64 %arg.outputs.5.1, 1
  %storemerge = select i1 %.104, i64 0, i64 %arg.outputs.5.1
  store i64 %storemerge, ptr %.93, align 8
  br label %B56

B56:                                              ; preds = %B90, %entry
  %.147 = load i64, ptr %.93, align 8
  %.148 = icmp sgt i64 %.147, 0
  br i1 %.148, label %B56.if, label %B244

B90:                                              ; preds = %B90.if, %B56.if
  %.268 = load i64, ptr %.216, align 8
  %.269 = icmp sgt i64 %.268, 0
  br i1 %.269, label %B90.if, label %B56

B244:                                             ; preds = %B56
  store ptr null, ptr %retptr, align 8
  ret i32 0

B56.if:                                           ; preds = %B56
  %.154 = load i64, ptr %.90, align 8
  %.157 = add nsw i64 %.147, -1
  store i64 %.157, ptr %.93, align 8
  %.161 = add i64 %.154, 1
  store i64 %.161, ptr %.90, align 8
  store i64 0, ptr %.213, align 8
  %.227 = icmp slt i64 %arg.used, 1
  %storemerge174 = select i1 %.227, i64 0, i64 %arg.used
  store i64 %storemerge174, ptr %.216, align 8
  br label %B90

B90.if:                                           ; preds = %B90
  %.275 = load i64, ptr %.213, align 8
  %.278 = add nsw i64 %.268, -1
  store i64 %.278, ptr %.216, align 8
  %.282 = add i64 %.275, 1
  store i64 %.282, ptr %.213, align 8
  %.308 = add nsw i64 %arg.first, %.275
  %.322 = add nsw i64 %arg.layers.5.0, -1
  %.350 = call i64 @llvm.smin.i64(i64 %arg.layers.5.0, i64 0)
  %.351 = add i64 %.322, %.350
  %.371 = mul i64 %.351, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.371
  %.375 = getelementptr i8, ptr %0, i64 72
  %.376 = load i64, ptr %.375, align 8
  %.378 = add nsw i64 %.376, %.154
  %.380 = mul nsw i64 %.378, %arg.width
  %1 = getelementptr float, ptr %arg.work.4, i64 %.380
  %.389 = getelementptr float, ptr %1, i64 %.275
  %.390 = load float, ptr %.389, align 4
  %.408 = mul i64 %.308, %arg.outputs.5.1
  %2 = getelementptr float, ptr %arg.outputs.4, i64 %.408
  %.410 = getelementptr float, ptr %2, i64 %.154
  store float %.390, ptr %.410, align 4
  br label %B90
}

; Function Attrs: noinline
define internal i32 @passes.forward(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %arg.k, i64 %arg.width, i8 %arg.learning) #1 {
entry:
  %.53 = icmp ne i8 %arg.learning, 0
  %.622 = alloca ptr, align 8
  store ptr null, ptr %.622, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.673 = alloca ptr, align 8
  store ptr null, ptr %.673, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.1056 = alloca ptr, align 8
  store ptr null, ptr %.1056, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.101 = icmp slt i64 %arg.k, 0
  %.102 = select i1 %.101, i64 %arg.layers.5.0, i64 0
  %.103 = add i64 %arg.k, %.102
  %.123 = mul i64 %.103, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.123
  %.127 = getelementptr i8, ptr %0, i64 8
  %.128 = load i64, ptr %.127, align 8
  %.156 = icmp slt i64 %arg.k, 0
  %.157 = select i1 %.156, i64 %arg.layers.5.0, i64 0
  %.158 = add i64 %arg.k, %.157
  %.178 = mul i64 %.158, %arg.layers.5.1
  %1 = getelementptr i64, ptr %arg.layers.4, i64 %.178
  %.182 = getelementptr i8, ptr %1, i64 16
  %.183 = load i64, ptr %.182, align 8
  %.184 = mul nsw i64 %.128, %.183
  %.215 = icmp slt i64 %arg.k, 0
  %.216 = select i1 %.215, i64 %arg.layers.5.0, i64 0
  %.217 = add i64 %arg.k, %.216
  %.237 = mul i64 %.217, %arg.layers.5.1
  %2 = getelementptr i64, ptr %arg.layers.4, i64 %.237
  %.241 = getelementptr i8, ptr %2, i64 64
  %.242 = load i64, ptr %.241, align 8
  %.244 = mul nsw i64 %.242, %arg.width
  %.272 = icmp slt i64 %arg.k, 0
  %.273 = select i1 %.272, i64 %arg.layers.5.0, i64 0
  %.274 = add i64 %arg.k, %.273
  %.294 = mul i64 %.274, %arg.layers.5.1
  %3 = getelementptr i64, ptr %arg.layers.4, i64 %.294
  %.298 = getelementptr i8, ptr %3, i64 72
  %.299 = load i64, ptr %.298, align 8
  %.301 = mul nsw i64 %.299, %arg.width
  %.329 = icmp slt i64 %arg.k, 0
  %.330 = select i1 %.329, i64 %arg.layers.5.0, i64 0
  %.331 = add i64 %arg.k, %.330
  %.351 = mul i64 %.331, %arg.layers.5.1
  %4 = getelementptr i64, ptr %arg.layers.4, i64 %.351
  %.355 = getelementptr i8, ptr %4, i64 80
  %.356 = load i64, ptr %.355, align 8
  %.358 = mul nsw i64 %.356, %arg.width
  %.395 = icmp slt i64 %arg.k, 0
  %.396 = select i1 %.395, i64 %arg.layers.5.0, i64 0
  %.397 = add i64 %arg.k, %.396
  %.417 = mul i64 %.397, %arg.layers.5.1
  %5 = getelementptr i64, ptr %arg.layers.4, i64 %.417
  %.421 = getelementptr i8, ptr %5, i64 56
  %.422 = load i64, ptr %.421, align 8
  %.424 = mul nsw i64 %.422, %arg.width
  %.452 = icmp slt i64 %arg.k, 0
  %.453 = select i1 %.452, i64 %arg.layers.5.0, i64 0
  %.454 = add i64 %arg.k, %.453
  %.474 = mul i64 %.454, %arg.layers.5.1
  %6 = getelementptr i64, ptr %arg.layers.4, i64 %.474
  %.478 = getelementptr i8, ptr %6, i64 32
  %.479 = load i64, ptr %.478, align 8
  %.507 = icmp slt i64 %arg.k, 0
  %.508 = select i1 %.507, i64 %arg.layers.5.0, i64 0
  %.509 = add i64 %arg.k, %.508
  %.529 = mul i64 %.509, %arg.layers.5.1
  %7 = getelementptr i64, ptr %arg.layers.4, i64 %.529
  %.533 = getelementptr i8, ptr %7, i64 40
  %.534 = load i64, ptr %.533, align 8
  %.562 = icmp slt i64 %arg.k, 0
  %.563 = select i1 %.562, i64 %arg.layers.5.0, i64 0
  %.564 = add i64 %arg.k, %.563
  %.584 = mul i64 %.564, %arg.layers.5.1
  %.588 = getelementptr i64, ptr %arg.layers.4, i64 %.584
  %.589 = load i64, ptr %.588, align 8
  %.611 = icmp eq i64 %arg.width, 16
  br i1 %.611, label %B328, label %B386

B328:                                             ; preds = %entry
  store ptr null, ptr %.622, align 8
  %.630 = call i32 @passes.weigh(ptr nonnull %.622, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.424, i64 %.244, i64 %.479, i64 %.534, i64 %.589, i64 %.184, i64 16)
  switch i32 %.630, label %B328.if [
    i32 -2, label %B432
    i32 0, label %B432
  ], !prof !0

B386:                                             ; preds = %entry
  store ptr null, ptr %.673, align 8
  %.681 = call i32 @passes.weigh.1(ptr nonnull %.673, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.424, i64 %.244, i64 %.479, i64 %.534, i64 %.589, i64 %.184, i64 %arg.width)
  switch i32 %.681, label %B386.if [
    i32 -2, label %B432
    i32 0, label %B432
  ], !prof !0

B432:                                             ; preds = %B386, %B386, %B328, %B328
  %.740 = icmp slt i64 %arg.k, 0
  %.741 = select i1 %.740, i64 %arg.layers.5.0, i64 0
  %.742 = add i64 %arg.k, %.741
  %.762 = mul i64 %.742, %arg.layers.5.1
  %8 = getelementptr i64, ptr %arg.layers.4, i64 %.762
  %.766 = getelementptr i8, ptr %8, i64 24
  %.767 = load i64, ptr %.766, align 8
  %.795 = icmp slt i64 %arg.k, 0
  %.796 = select i1 %.795, i64 %arg.numbers.5.0, i64 0
  %.797 = add i64 %arg.k, %.796
  %.817 = mul i64 %.797, %arg.numbers.5.1
  %.821 = getelementptr double, ptr %arg.numbers.4, i64 %.817
  %.822 = load double, ptr %.821, align 8
  %.850 = icmp slt i64 %arg.k, 0
  %.851 = select i1 %.850, i64 %arg.numbers.5.0, i64 0
  %.852 = add i64 %arg.k, %.851
  %.872 = mul i64 %.852, %arg.numbers.5.1
  %9 = getelementptr double, ptr %arg.numbers.4, i64 %.872
  %.876 = getelementptr i8, ptr %9, i64 8
  %.877 = load double, ptr %.876, align 8
  %.907 = icmp slt i64 %arg.k, 0
  %.908 = select i1 %.907, i64 %arg.layers.5.0, i64 0
  %.909 = add i64 %arg.k, %.908
  %.929 = mul i64 %.909, %arg.layers.5.1
  %10 = getelementptr i64, ptr %arg.layers.4, i64 %.929
  %.933 = getelementptr i8, ptr %10, i64 8
  %.934 = load i64, ptr %.933, align 8
  %.962 = icmp slt i64 %arg.k, 0
  %.963 = select i1 %.962, i64 %arg.layers.5.0, i64 0
  %.964 = add i64 %arg.k, %.963
  %.984 = mul i64 %.964, %arg.layers.5.1
  %11 = getelementptr i64, ptr %arg.layers.4, i64 %.984
  %.988 = getelementptr i8, ptr %11, i64 16
  %.989 = load i64, ptr %.988, align 8
  %.1019 = icmp slt i64 %arg.k, 0
  %.1020 = select i1 %.1019, i64 %arg.layers.5.0, i64 0
  %.1021 = add i64 %arg.k, %.1020
  %.1041 = mul i64 %.1021, %arg.layers.5.1
  %12 = getelementptr i64, ptr %arg.layers.4, i64 %.1041
  %.1045 = getelementptr i8, ptr %12, i64 48
  %.1046 = load i64, ptr %.1045, align 8
  store ptr null, ptr %.1056, align 8
  %.1064 = zext i1 %.53 to i8
  %.1065 = call i32 @activations.activate(ptr nonnull %.1056, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.767, double %.822, double %.877, i64 %.244, i64 %.301, i64 %.358, i64 %.934, i64 %.989, i64 %arg.width, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.1046, i8 %.1064)
  switch i32 %.1065, label %B432.if [
    i32 -2, label %B432.endif
    i32 0, label %B432.endif
  ], !prof !0

B328.if:                                          ; preds = %B328
  %.638 = icmp sgt i32 %.630, 0
  %.631 = load ptr, ptr %excinfo.1, align 8
  %.639 = select i1 %.638, ptr %.631, ptr undef
  store ptr %.639, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B432.endif, %B432.if, %B386.if, %B328.if
  %common.ret.op = phi i32 [ %.681, %B386.if ], [ %.630, %B328.if ], [ 0, %B432.endif ], [ %.1065, %B432.if ]
  ret i32 %common.ret.op

B386.if:                                          ; preds = %B386
  %.689 = icmp sgt i32 %.681, 0
  %.682 = load ptr, ptr %excinfo.2, align 8
  %.690 = select i1 %.689, ptr %.682, ptr undef
  store ptr %.690, ptr %excinfo, align 8
  br label %common.ret

B432.if:                                          ; preds = %B432
  %.1073 = icmp sgt i32 %.1065, 0
  %.1066 = load ptr, ptr %excinfo.3, align 8
  %.1074 = select i1 %.1073, ptr %.1066, ptr undef
  store ptr %.1074, ptr %excinfo, align 8
  br label %common.ret

B432.endif:                                       ; preds = %B432, %B432
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @passes.weigh(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.entry, i64 %arg.sums, i64 %arg.weight, i64 %arg.bias, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.142 = alloca i64, align 8
  store i64 0, ptr %.142, align 8
  %.145 = alloca i64, align 8
  store i64 0, ptr %.145, align 8
  %.326 = alloca i64, align 8
  store i64 0, ptr %.326, align 8
  %.329 = alloca i64, align 8
  store i64 0, ptr %.329, align 8
  %.459 = alloca i64, align 8
  store i64 0, ptr %.459, align 8
  %.462 = alloca i64, align 8
  store i64 0, ptr %.462, align 8
  %.702 = alloca i64, align 8
  store i64 0, ptr %.702, align 8
  %.705 = alloca i64, align 8
  store i64 0, ptr %.705, align 8
  %.846 = alloca i64, align 8
  store i64 0, ptr %.846, align 8
  %.849 = alloca i64, align 8
  store i64 0, ptr %.849, align 8
  %.973 = alloca i64, align 8
  store i64 0, ptr %.973, align 8
  %.976 = alloca i64, align 8
  store i64 0, ptr %.976, align 8
  %.83.1 = and i64 %arg.count, 1
  %.114 = sub nsw i64 %arg.count, %.83.1
  store i64 0, ptr %.142, align 8
  %.156 = icmp slt i64 %.114, 1
  %.173 = and i64 %.114, 1
  %.177429 = lshr i64 %.114, 1
  %.179 = add nuw nsw i64 %.177429, %.173
  %storemerge = select i1 %.156, i64 0, i64 %.179
  store i64 %storemerge, ptr %.145, align 8
  br label %B148

B148:                                             ; preds = %B394, %entry
  %.200 = load i64, ptr %.145, align 8
  %.201 = icmp sgt i64 %.200, 0
  br i1 %.201, label %B150.if, label %B812

B230:                                             ; preds = %B150.if
  %0 = getelementptr float, ptr %arg.flat.4, i64 %arg.bias
  %.265 = getelementptr float, ptr %0, i64 %.207
  %.266 = load float, ptr %.265, align 4
  %1 = getelementptr float, ptr %arg.flat.4, i64 %arg.bias
  %2 = getelementptr float, ptr %1, i64 %.207
  %.278 = getelementptr i8, ptr %2, i64 4
  %.279 = load float, ptr %.278, align 4
  br label %B312

B312:                                             ; preds = %B150.if, %B230
  %other_bias.2.1 = phi float [ %.279, %B230 ], [ 0.000000e+00, %B150.if ]
  %one_bias.2.1 = phi float [ %.266, %B230 ], [ 0.000000e+00, %B150.if ]
  %.287 = mul nsw i64 %.207, %arg.inputs
  %.291 = add nsw i64 %.207, 1
  %.293 = mul nsw i64 %.291, %arg.inputs
  store i64 0, ptr %.326, align 8
  store i64 1, ptr %.329, align 8
  br label %B394

B394:                                             ; preds = %B696, %B312
  %.381 = load i64, ptr %.329, align 8
  %.382 = icmp sgt i64 %.381, 0
  br i1 %.382, label %B394.if, label %B148

B488:                                             ; preds = %B488.if, %B394.if
  %other.2.2 = phi <16 x float> [ %.428, %B394.if ], [ %.602, %B488.if ]
  %one.4.2 = phi <16 x float> [ %.425, %B394.if ], [ %.584, %B488.if ]
  %.514 = load i64, ptr %.462, align 8
  %.515 = icmp sgt i64 %.514, 0
  br i1 %.515, label %B488.if, label %B696

B696:                                             ; preds = %B488
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.idx434 = shl i64 %.207, 6
  %4 = getelementptr i8, ptr %3, i64 %.idx434
  %.625 = getelementptr float, ptr %4, i64 %.388
  store <16 x float> %one.4.2, ptr %.625, align 4
  %5 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.idx435 = shl i64 %.207, 6
  %6 = getelementptr i8, ptr %5, i64 %.idx435
  %7 = getelementptr i8, ptr %6, i64 64
  %.648 = getelementptr float, ptr %7, i64 %.388
  store <16 x float> %other.2.2, ptr %.648, align 4
  br label %B394

B812:                                             ; preds = %B148
  store i64 %.114, ptr %.702, align 8
  %.716 = icmp slt i64 %.83.1, 1
  %storemerge430 = select i1 %.716, i64 0, i64 %.83.1
  store i64 %storemerge430, ptr %.705, align 8
  br label %B844

B844:                                             ; preds = %B974, %B812
  %.757 = load i64, ptr %.705, align 8
  %.758 = icmp sgt i64 %.757, 0
  br i1 %.758, label %B844.if, label %B1234

B892:                                             ; preds = %B844.if
  %8 = getelementptr float, ptr %arg.flat.4, i64 %arg.bias
  %.817 = getelementptr float, ptr %8, i64 %.764
  %.818 = load float, ptr %.817, align 4
  br label %B930

B930:                                             ; preds = %B844.if, %B892
  %alone.2.1 = phi float [ %.818, %B892 ], [ 0.000000e+00, %B844.if ]
  store i64 0, ptr %.846, align 8
  store i64 1, ptr %.849, align 8
  br label %B974

B974:                                             ; preds = %B1178, %B930
  %.901 = load i64, ptr %.849, align 8
  %.902 = icmp sgt i64 %.901, 0
  br i1 %.902, label %B974.if, label %B844

B1038:                                            ; preds = %B1038.if, %B974.if
  %one.5.2 = phi <16 x float> [ %.945, %B974.if ], [ %.1102, %B1038.if ]
  %.1028 = load i64, ptr %.976, align 8
  %.1029 = icmp sgt i64 %.1028, 0
  br i1 %.1029, label %B1038.if, label %B1178

B1178:                                            ; preds = %B1038
  %9 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.idx = shl i64 %.764, 6
  %10 = getelementptr i8, ptr %9, i64 %.idx
  %.1127 = getelementptr float, ptr %10, i64 %.908
  store <16 x float> %one.5.2, ptr %.1127, align 4
  br label %B974

B1234:                                            ; preds = %B844
  store ptr null, ptr %retptr, align 8
  ret i32 0

B150.if:                                          ; preds = %B148
  %.207 = load i64, ptr %.142, align 8
  %.210 = add nsw i64 %.200, -1
  store i64 %.210, ptr %.145, align 8
  %.214 = add i64 %.207, 2
  store i64 %.214, ptr %.142, align 8
  %.253 = icmp sgt i64 %arg.bias, -1
  br i1 %.253, label %B230, label %B312

B394.if:                                          ; preds = %B394
  %.388 = load i64, ptr %.326, align 8
  %.391 = add nsw i64 %.381, -1
  store i64 %.391, ptr %.329, align 8
  %.395 = add i64 %.388, 16
  store i64 %.395, ptr %.326, align 8
  %.424 = insertelement <16 x float> poison, float %one_bias.2.1, i64 0
  %.425 = shufflevector <16 x float> %.424, <16 x float> poison, <16 x i32> zeroinitializer
  %.427 = insertelement <16 x float> poison, float %other_bias.2.1, i64 0
  %.428 = shufflevector <16 x float> %.427, <16 x float> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.459, align 8
  %.473 = icmp slt i64 %arg.inputs, 1
  %storemerge433 = select i1 %.473, i64 0, i64 %arg.inputs
  store i64 %storemerge433, ptr %.462, align 8
  br label %B488

B488.if:                                          ; preds = %B488
  %.521 = load i64, ptr %.459, align 8
  %.524 = add nsw i64 %.514, -1
  store i64 %.524, ptr %.462, align 8
  %.528 = add i64 %.521, 1
  store i64 %.528, ptr %.459, align 8
  %11 = getelementptr float, ptr %arg.work.4, i64 %arg.entry
  %.idx436 = shl i64 %.521, 6
  %12 = getelementptr i8, ptr %11, i64 %.idx436
  %.566 = getelementptr float, ptr %12, i64 %.388
  %.568 = load <16 x float>, ptr %.566, align 4
  %13 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %14 = getelementptr float, ptr %13, i64 %.287
  %.578 = getelementptr float, ptr %14, i64 %.521
  %.579 = load float, ptr %.578, align 4
  %.580 = insertelement <16 x float> poison, float %.579, i64 0
  %.581 = shufflevector <16 x float> %.580, <16 x float> poison, <16 x i32> zeroinitializer
  %.582 = fmul contract <16 x float> %.568, %.581
  %.584 = fadd contract <16 x float> %one.4.2, %.582
  %15 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %16 = getelementptr float, ptr %15, i64 %.293
  %.596 = getelementptr float, ptr %16, i64 %.521
  %.597 = load float, ptr %.596, align 4
  %.598 = insertelement <16 x float> poison, float %.597, i64 0
  %.599 = shufflevector <16 x float> %.598, <16 x float> poison, <16 x i32> zeroinitializer
  %.600 = fmul contract <16 x float> %.568, %.599
  %.602 = fadd contract <16 x float> %other.2.2, %.600
  br label %B488

B844.if:                                          ; preds = %B844
  %.764 = load i64, ptr %.702, align 8
  %.767 = add nsw i64 %.757, -1
  store i64 %.767, ptr %.705, align 8
  %.771 = add i64 %.764, 1
  store i64 %.771, ptr %.702, align 8
  %.805 = icmp sgt i64 %arg.bias, -1
  br i1 %.805, label %B892, label %B930

B974.if:                                          ; preds = %B974
  %.908 = load i64, ptr %.846, align 8
  %.911 = add nsw i64 %.901, -1
  store i64 %.911, ptr %.849, align 8
  %.915 = add i64 %.908, 16
  store i64 %.915, ptr %.846, align 8
  %.944 = insertelement <16 x float> poison, float %alone.2.1, i64 0
  %.945 = shufflevector <16 x float> %.944, <16 x float> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.973, align 8
  %.987 = icmp slt i64 %arg.inputs, 1
  %storemerge431 = select i1 %.987, i64 0, i64 %arg.inputs
  store i64 %storemerge431, ptr %.976, align 8
  br label %B1038

B1038.if:                                         ; preds = %B1038
  %.1035 = load i64, ptr %.973, align 8
  %.1038 = add nsw i64 %.1028, -1
  store i64 %.1038, ptr %.976, align 8
  %.1042 = add i64 %.1035, 1
  store i64 %.1042, ptr %.973, align 8
  %17 = getelementptr float, ptr %arg.work.4, i64 %arg.entry
  %.idx432 = shl i64 %.1035, 6
  %18 = getelementptr i8, ptr %17, i64 %.idx432
  %.1080 = getelementptr float, ptr %18, i64 %.908
  %.1082 = load <16 x float>, ptr %.1080, align 4
  %.1085 = mul nsw i64 %.764, %arg.inputs
  %19 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %20 = getelementptr float, ptr %19, i64 %.1085
  %.1096 = getelementptr float, ptr %20, i64 %.1035
  %.1097 = load float, ptr %.1096, align 4
  %.1098 = insertelement <16 x float> poison, float %.1097, i64 0
  %.1099 = shufflevector <16 x float> %.1098, <16 x float> poison, <16 x i32> zeroinitializer
  %.1100 = fmul contract <16 x float> %.1082, %.1099
  %.1102 = fadd contract <16 x float> %one.5.2, %.1100
  br label %B1038
}

; Function Attrs: alwaysinline
define internal i32 @passes.weigh.1(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.entry, i64 %arg.sums, i64 %arg.weight, i64 %arg.bias, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.142 = alloca i64, align 8
  store i64 0, ptr %.142, align 8
  %.145 = alloca i64, align 8
  store i64 0, ptr %.145, align 8
  %.326 = alloca i64, align 8
  store i64 0, ptr %.326, align 8
  %.329 = alloca i64, align 8
  store i64 0, ptr %.329, align 8
  %.459 = alloca i64, align 8
  store i64 0, ptr %.459, align 8
  %.462 = alloca i64, align 8
  store i64 0, ptr %.462, align 8
  %.702 = alloca i64, align 8
  store i64 0, ptr %.702, align 8
  %.705 = alloca i64, align 8
  store i64 0, ptr %.705, align 8
  %.846 = alloca i64, align 8
  store i64 0, ptr %.846, align 8
  %.849 = alloca i64, align 8
  store i64 0, ptr %.849, align 8
  %.973 = alloca i64, align 8
  store i64 0, ptr %.973, align 8
  %.976 = alloca i64, align 8
  store i64 0, ptr %.976, align 8
  %.83.1 = and i64 %arg.count, 1
  %.114 = sub nsw i64 %arg.count, %.83.1
  store i64 0, ptr %.142, align 8
  %.156 = icmp slt i64 %.114, 1
  %.173 = and i64 %.114, 1
  %.177429 = lshr i64 %.114, 1
  %.179 = add nuw nsw i64 %.177429, %.173
  %storemerge = select i1 %.156, i64 0, i64 %.179
  store i64 %storemerge, ptr %.145, align 8
  br label %B148

B148:                                             ; preds = %B394, %entry
  %.200 = load i64, ptr %.145, align 8
  %.201 = icmp sgt i64 %.200, 0
  br i1 %.201, label %B150.if, label %B812

B230:                                             ; preds = %B150.if
  %0 = getelementptr float, ptr %arg.flat.4, i64 %arg.bias
  %.265 = getelementptr float, ptr %0, i64 %.207
  %.266 = load float, ptr %.265, align 4
  %1 = getelementptr float, ptr %arg.flat.4, i64 %arg.bias
  %2 = getelementptr float, ptr %1, i64 %.207
  %.278 = getelementptr i8, ptr %2, i64 4
  %.279 = load float, ptr %.278, align 4
  br label %B312

B312:                                             ; preds = %B150.if, %B230
  %other_bias.2.1 = phi float [ %.279, %B230 ], [ 0.000000e+00, %B150.if ]
  %one_bias.2.1 = phi float [ %.266, %B230 ], [ 0.000000e+00, %B150.if ]
  %.287 = mul nsw i64 %.207, %arg.inputs
  %.291 = add nsw i64 %.207, 1
  %.293 = mul nsw i64 %.291, %arg.inputs
  store i64 0, ptr %.326, align 8
  %.340 = icmp slt i64 %arg.width, 1
  %3 = add nuw i64 %arg.width, 15
  %.361 = lshr i64 %3, 4
  %storemerge435 = select i1 %.340, i64 0, i64 %.361
  store i64 %storemerge435, ptr %.329, align 8
  br label %B394

B394:                                             ; preds = %B696, %B312
  %.381 = load i64, ptr %.329, align 8
  %.382 = icmp sgt i64 %.381, 0
  br i1 %.382, label %B394.if, label %B148

B488:                                             ; preds = %B488.if, %B394.if
  %other.2.2 = phi <16 x float> [ %.428, %B394.if ], [ %.602, %B488.if ]
  %one.4.2 = phi <16 x float> [ %.425, %B394.if ], [ %.584, %B488.if ]
  %.514 = load i64, ptr %.462, align 8
  %.515 = icmp sgt i64 %.514, 0
  br i1 %.515, label %B488.if, label %B696

B696:                                             ; preds = %B488
  %.612 = mul nsw i64 %.207, %arg.width
  %4 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %5 = getelementptr float, ptr %4, i64 %.612
  %.625 = getelementptr float, ptr %5, i64 %.388
  store <16 x float> %one.4.2, ptr %.625, align 4
  %.631 = add nsw i64 %.207, 1
  %.633 = mul nsw i64 %.631, %arg.width
  %6 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %7 = getelementptr float, ptr %6, i64 %.633
  %.648 = getelementptr float, ptr %7, i64 %.388
  store <16 x float> %other.2.2, ptr %.648, align 4
  br label %B394

B812:                                             ; preds = %B148
  store i64 %.114, ptr %.702, align 8
  %.716 = icmp slt i64 %.83.1, 1
  %storemerge430 = select i1 %.716, i64 0, i64 %.83.1
  store i64 %storemerge430, ptr %.705, align 8
  br label %B844

B844:                                             ; preds = %B974, %B812
  %.757 = load i64, ptr %.705, align 8
  %.758 = icmp sgt i64 %.757, 0
  br i1 %.758, label %B844.if, label %B1234

B892:                                             ; preds = %B844.if
  %8 = getelementptr float, ptr %arg.flat.4, i64 %arg.bias
  %.817 = getelementptr float, ptr %8, i64 %.764
  %.818 = load float, ptr %.817, align 4
  br label %B930

B930:                                             ; preds = %B844.if, %B892
  %alone.2.1 = phi float [ %.818, %B892 ], [ 0.000000e+00, %B844.if ]
  store i64 0, ptr %.846, align 8
  %.860 = icmp slt i64 %arg.width, 1
  %9 = add nuw i64 %arg.width, 15
  %.881 = lshr i64 %9, 4
  %storemerge432 = select i1 %.860, i64 0, i64 %.881
  store i64 %storemerge432, ptr %.849, align 8
  br label %B974

B974:                                             ; preds = %B1178, %B930
  %.901 = load i64, ptr %.849, align 8
  %.902 = icmp sgt i64 %.901, 0
  br i1 %.902, label %B974.if, label %B844

B1038:                                            ; preds = %B1038.if, %B974.if
  %one.5.2 = phi <16 x float> [ %.945, %B974.if ], [ %.1102, %B1038.if ]
  %.1028 = load i64, ptr %.976, align 8
  %.1029 = icmp sgt i64 %.1028, 0
  br i1 %.1029, label %B1038.if, label %B1178

B1178:                                            ; preds = %B1038
  %.1112 = mul nsw i64 %.764, %arg.width
  %10 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %11 = getelementptr float, ptr %10, i64 %.1112
  %.1127 = getelementptr float, ptr %11, i64 %.908
  store <16 x float> %one.5.2, ptr %.1127, align 4
  br label %B974

B1234:                                            ; preds = %B844
  store ptr null, ptr %retptr, align 8
  ret i32 0

B150.if:                                          ; preds = %B148
  %.207 = load i64, ptr %.142, align 8
  %.210 = add nsw i64 %.200, -1
  store i64 %.210, ptr %.145, align 8
  %.214 = add i64 %.207, 2
  store i64 %.214, ptr %.142, align 8
  %.253 = icmp sgt i64 %arg.bias, -1
  br i1 %.253, label %B230, label %B312

B394.if:                                          ; preds = %B394
  %.388 = load i64, ptr %.326, align 8
  %.391 = add nsw i64 %.381, -1
  store i64 %.391, ptr %.329, align 8
  %.395 = add i64 %.388, 16
  store i64 %.395, ptr %.326, align 8
  %.424 = insertelement <16 x float> poison, float %one_bias.2.1, i64 0
  %.425 = shufflevector <16 x float> %.424, <16 x float> poison, <16 x i32> zeroinitializer
  %.427 = insertelement <16 x float> poison, float %other_bias.2.1, i64 0
  %.428 = shufflevector <16 x float> %.427, <16 x float> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.459, align 8
  %.473 = icmp slt i64 %arg.inputs, 1
  %storemerge436 = select i1 %.473, i64 0, i64 %arg.inputs
  store i64 %storemerge436, ptr %.462, align 8
  br label %B488

B488.if:                                          ; preds = %B488
  %.521 = load i64, ptr %.459, align 8
  %.524 = add nsw i64 %.514, -1
  store i64 %.524, ptr %.462, align 8
  %.528 = add i64 %.521, 1
  store i64 %.528, ptr %.459, align 8
  %.554 = mul nsw i64 %.521, %arg.width
  %12 = getelementptr float, ptr %arg.work.4, i64 %arg.entry
  %13 = getelementptr float, ptr %12, i64 %.554
  %.566 = getelementptr float, ptr %13, i64 %.388
  %.568 = load <16 x float>, ptr %.566, align 4
  %14 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %15 = getelementptr float, ptr %14, i64 %.287
  %.578 = getelementptr float, ptr %15, i64 %.521
  %.579 = load float, ptr %.578, align 4
  %.580 = insertelement <16 x float> poison, float %.579, i64 0
  %.581 = shufflevector <16 x float> %.580, <16 x float> poison, <16 x i32> zeroinitializer
  %.582 = fmul contract <16 x float> %.568, %.581
  %.584 = fadd contract <16 x float> %one.4.2, %.582
  %16 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %17 = getelementptr float, ptr %16, i64 %.293
  %.596 = getelementptr float, ptr %17, i64 %.521
  %.597 = load float, ptr %.596, align 4
  %.598 = insertelement <16 x float> poison, float %.597, i64 0
  %.599 = shufflevector <16 x float> %.598, <16 x float> poison, <16 x i32> zeroinitializer
  %.600 = fmul contract <16 x float> %.568, %.599
  %.602 = fadd contract <16 x float> %other.2.2, %.600
  br label %B488

B844.if:                                          ; preds = %B844
  %.764 = load i64, ptr %.702, align 8
  %.767 = add nsw i64 %.757, -1
  store i64 %.767, ptr %.705, align 8
  %.771 = add i64 %.764, 1
  store i64 %.771, ptr %.702, align 8
  %.805 = icmp sgt i64 %arg.bias, -1
  br i1 %.805, label %B892, label %B930

B974.if:                                          ; preds = %B974
  %.908 = load i64, ptr %.846, align 8
  %.911 = add nsw i64 %.901, -1
  store i64 %.911, ptr %.849, align 8
  %.915 = add i64 %.908, 16
  store i64 %.915, ptr %.846, align 8
  %.944 = insertelement <16 x float> poison, float %alone.2.1, i64 0
  %.945 = shufflevector <16 x float> %.944, <16 x float> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.973, align 8
  %.987 = icmp slt i64 %arg.inputs, 1
  %storemerge433 = select i1 %.987, i64 0, i64 %arg.inputs
  store i64 %storemerge433, ptr %.976, align 8
  br label %B1038

B1038.if:                                         ; preds = %B1038
  %.1035 = load i64, ptr %.973, align 8
  %.1038 = add nsw i64 %.1028, -1
  store i64 %.1038, ptr %.976, align 8
  %.1042 = add i64 %.1035, 1
  store i64 %.1042, ptr %.973, align 8
  %.1068 = mul nsw i64 %.1035, %arg.width
  %18 = getelementptr float, ptr %arg.work.4, i64 %arg.entry
  %19 = getelementptr float, ptr %18, i64 %.1068
  %.1080 = getelementptr float, ptr %19, i64 %.908
  %.1082 = load <16 x float>, ptr %.1080, align 4
  %.1085 = mul nsw i64 %.764, %arg.inputs
  %20 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %21 = getelementptr float, ptr %20, i64 %.1085
  %.1096 = getelementptr float, ptr %21, i64 %.1035
  %.1097 = load float, ptr %.1096, align 4
  %.1098 = insertelement <16 x float> poison, float %.1097, i64 0
  %.1099 = shufflevector <16 x float> %.1098, <16 x float> poison, <16 x i32> zeroinitializer
  %.1100 = fmul contract <16 x float> %.1082, %.1099
  %.1102 = fadd contract <16 x float> %one.5.2, %.1100
  br label %B1038
}

; Function Attrs: alwaysinline
define internal i32 @activations.activate(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.code, double %arg.first, double %arg.second, i64 %arg.sums, i64 %arg.values, i64 %arg.slopes, i64 %arg.units, i64 %arg.pieces, i64 %arg.width, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.learned, i8 %arg.learning) #0 {
entry:
  %.90 = alloca ptr, align 8
  store ptr null, ptr %.90, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.162 = alloca ptr, align 8
  store ptr null, ptr %.162, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.235 = alloca i64, align 8
  store i64 0, ptr %.235, align 8
  %.238 = alloca i64, align 8
  store i64 0, ptr %.238, align 8
  %.373 = alloca i64, align 8
  store i64 0, ptr %.373, align 8
  %.376 = alloca i64, align 8
  store i64 0, ptr %.376, align 8
  %.608 = alloca i64, align 8
  store i64 0, ptr %.608, align 8
  %.611 = alloca i64, align 8
  store i64 0, ptr %.611, align 8
  %.722 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.722, align 64
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.722, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  switch i64 %arg.code, label %B564 [
    i64 18, label %B26
    i64 19, label %B96
    i64 4, label %B160
  ]

B26:                                              ; preds = %entry
  %.35 = icmp ne i8 %arg.learning, 0
  store ptr null, ptr %.90, align 8
  %.96 = zext i1 %.35 to i8
  %.97 = call i32 @activations._maxout(ptr nonnull %.90, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.sums, i64 %arg.values, i64 %arg.slopes, i64 %arg.units, i64 %arg.pieces, i64 %arg.width, i8 %.96)
  switch i32 %.97, label %B26.if [
    i32 -2, label %B26.endif
    i32 0, label %B26.endif
  ], !prof !0

B96:                                              ; preds = %entry
  store ptr null, ptr %.162, align 8
  %.168 = call i32 @activations._softmax(ptr nonnull %.162, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.sums, i64 %arg.values, i64 %arg.units, i64 %arg.width)
  switch i32 %.168, label %B96.if [
    i32 -2, label %B96.endif
    i32 0, label %B96.endif
  ], !prof !0

B160:                                             ; preds = %entry
  store i64 0, ptr %.235, align 8
  %.249 = icmp slt i64 %arg.units, 1
  %storemerge = select i1 %.249, i64 0, i64 %arg.units
  store i64 %storemerge, ptr %.238, align 8
  br label %B190

B190:                                             ; preds = %B320, %B160
  %.290 = load i64, ptr %.238, align 8
  %.291 = icmp sgt i64 %.290, 0
  br i1 %.291, label %B190.if, label %B560

B320:                                             ; preds = %B320.if, %B190.if
  %.428 = load i64, ptr %.376, align 8
  %.429 = icmp sgt i64 %.428, 0
  br i1 %.429, label %B320.if, label %B190

common.ret:                                       ; preds = %B616.if, %B96.endif, %B96.if, %B26.endif, %B26.if, %B780, %B560
  %common.ret.op = phi i32 [ 0, %B560 ], [ 0, %B780 ], [ 0, %B26.endif ], [ %.168, %B96.if ], [ 0, %B96.endif ], [ %.97, %B26.if ], [ %.726, %B616.if ]
  ret i32 %common.ret.op

B560:                                             ; preds = %B190
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B564:                                             ; preds = %entry
  %.580 = mul nsw i64 %arg.units, %arg.width
  store i64 0, ptr %.608, align 8
  %.622 = icmp slt i64 %.580, 1
  %0 = add nuw i64 %.580, 15
  %.643 = lshr i64 %0, 4
  %storemerge409 = select i1 %.622, i64 0, i64 %.643
  store i64 %storemerge409, ptr %.611, align 8
  br label %B614

B614:                                             ; preds = %B616.endif, %B564
  %.663 = load i64, ptr %.611, align 8
  %.664 = icmp sgt i64 %.663, 0
  br i1 %.664, label %B614.if, label %B780

B780:                                             ; preds = %B614
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B26.if:                                           ; preds = %B26
  %.105 = icmp sgt i32 %.97, 0
  %.98 = load ptr, ptr %excinfo.1, align 8
  %.106 = select i1 %.105, ptr %.98, ptr undef
  store ptr %.106, ptr %excinfo, align 8
  br label %common.ret

B26.endif:                                        ; preds = %B26, %B26
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B96.if:                                           ; preds = %B96
  %.176 = icmp sgt i32 %.168, 0
  %.169 = load ptr, ptr %excinfo.2, align 8
  %.177 = select i1 %.176, ptr %.169, ptr undef
  store ptr %.177, ptr %excinfo, align 8
  br label %common.ret

B96.endif:                                        ; preds = %B96, %B96
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B190.if:                                          ; preds = %B190
  %.297 = load i64, ptr %.235, align 8
  %.300 = add nsw i64 %.290, -1
  store i64 %.300, ptr %.238, align 8
  %.304 = add i64 %.297, 1
  store i64 %.304, ptr %.235, align 8
  %1 = getelementptr float, ptr %arg.flat.4, i64 %arg.learned
  %.338 = getelementptr float, ptr %1, i64 %.297
  %.339 = load float, ptr %.338, align 4
  %.340 = insertelement <16 x float> poison, float %.339, i64 0
  %.341 = shufflevector <16 x float> %.340, <16 x float> poison, <16 x i32> zeroinitializer
  %.346 = mul nsw i64 %.297, %arg.width
  store i64 %.346, ptr %.373, align 8
  %.387 = icmp slt i64 %arg.width, 1
  %2 = add nuw i64 %arg.width, 15
  %.408 = lshr i64 %2, 4
  %storemerge407 = select i1 %.387, i64 0, i64 %.408
  store i64 %storemerge407, ptr %.376, align 8
  br label %B320

B320.if:                                          ; preds = %B320
  %.435 = load i64, ptr %.373, align 8
  %.438 = add nsw i64 %.428, -1
  store i64 %.438, ptr %.376, align 8
  %.442 = add i64 %.435, 16
  store i64 %.442, ptr %.373, align 8
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.480 = getelementptr float, ptr %3, i64 %.435
  %.482 = load <16 x float>, ptr %.480, align 4
  %.493 = fcmp nsz contract ogt <16 x float> %.482, zeroinitializer
  %.496 = fmul contract <16 x float> %.482, %.341
  %.498 = select <16 x i1> %.493, <16 x float> %.482, <16 x float> %.496
  %4 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.506 = getelementptr float, ptr %4, i64 %.435
  store <16 x float> %.498, ptr %.506, align 4
  br label %B320

B614.if:                                          ; preds = %B614
  %.670 = load i64, ptr %.608, align 8
  %.673 = add nsw i64 %.663, -1
  store i64 %.673, ptr %.611, align 8
  %.677 = add i64 %.670, 16
  store i64 %.677, ptr %.608, align 8
  %5 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.716 = getelementptr float, ptr %5, i64 %.670
  %.718 = load <16 x float>, ptr %.716, align 4
  store <16 x float> zeroinitializer, ptr %.722, align 64
  %.fca.1.gep19 = getelementptr inbounds nuw i8, ptr %.722, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep19, align 64
  %.726 = call i32 @activations._bent(ptr nonnull %.722, ptr nonnull %excinfo.3, i64 %arg.code, <16 x float> %.718, double %arg.first, double %arg.second)
  %.736.fca.0.load = load <16 x float>, ptr %.722, align 64
  switch i32 %.726, label %B616.if [
    i32 -2, label %B616.endif
    i32 0, label %B616.endif
  ], !prof !0

B616.if:                                          ; preds = %B614.if
  %.734 = icmp sgt i32 %.726, 0
  %.727 = load ptr, ptr %excinfo.3, align 8
  %.735 = select i1 %.734, ptr %.727, ptr undef
  store ptr %.735, ptr %excinfo, align 8
  br label %common.ret

B616.endif:                                       ; preds = %B614.if, %B614.if
  %6 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.761 = getelementptr float, ptr %6, i64 %.670
  store <16 x float> %.736.fca.0.load, ptr %.761, align 4
  br label %B614
}

; Function Attrs: alwaysinline
define internal i32 @activations._maxout(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.sums, i64 %arg.values, i64 %arg.slopes, i64 %arg.units, i64 %arg.pieces, i64 %arg.width, i8 %arg.learning) #0 {
entry:
  %.66 = alloca i64, align 8
  store i64 0, ptr %.66, align 8
  %.69 = alloca i64, align 8
  store i64 0, ptr %.69, align 8
  %.190 = alloca i64, align 8
  store i64 0, ptr %.190, align 8
  %.193 = alloca i64, align 8
  store i64 0, ptr %.193, align 8
  %.338 = alloca i64, align 8
  store i64 0, ptr %.338, align 8
  %.341 = alloca i64, align 8
  store i64 0, ptr %.341, align 8
  store i64 0, ptr %.66, align 8
  %.80 = icmp slt i64 %arg.units, 1
  %storemerge = select i1 %.80, i64 0, i64 %arg.units
  store i64 %storemerge, ptr %.69, align 8
  br label %B34

B34:                                              ; preds = %B84, %entry
  %.124 = load i64, ptr %.69, align 8
  %.125 = icmp sgt i64 %.124, 0
  br i1 %.125, label %B36.if, label %B768

B84:                                              ; preds = %B36.if, %B274
  %.246 = load i64, ptr %.193, align 8
  %.247 = icmp sgt i64 %.246, 0
  br i1 %.247, label %B86.if, label %B34

B182:                                             ; preds = %B182.if, %B86.if
  %best.2.2 = phi <16 x float> [ %.310, %B86.if ], [ %.449, %B182.if ]
  %.393 = load i64, ptr %.341, align 8
  %.394 = icmp sgt i64 %.393, 0
  br i1 %.394, label %B182.if, label %B274

B274:                                             ; preds = %B182
  %.459 = mul nsw i64 %.131, %arg.width
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %1 = getelementptr float, ptr %0, i64 %.459
  %.472 = getelementptr float, ptr %1, i64 %.253
  store <16 x float> %best.2.2, ptr %.472, align 4
  br label %B84

B768:                                             ; preds = %B34
  store ptr null, ptr %retptr, align 8
  ret i32 0

B36.if:                                           ; preds = %B34
  %.131 = load i64, ptr %.66, align 8
  %.134 = add nsw i64 %.124, -1
  store i64 %.134, ptr %.69, align 8
  %.138 = add i64 %.131, 1
  store i64 %.138, ptr %.66, align 8
  store i64 0, ptr %.190, align 8
  %.204 = icmp slt i64 %arg.width, 1
  %2 = add nuw i64 %arg.width, 15
  %.225 = lshr i64 %2, 4
  %storemerge290 = select i1 %.204, i64 0, i64 %.225
  store i64 %storemerge290, ptr %.193, align 8
  br label %B84

B86.if:                                           ; preds = %B84
  %.253 = load i64, ptr %.190, align 8
  %.256 = add nsw i64 %.246, -1
  store i64 %.256, ptr %.193, align 8
  %.260 = add i64 %.253, 16
  store i64 %.260, ptr %.190, align 8
  %.290 = mul nsw i64 %.131, %arg.pieces
  %.292 = mul nsw i64 %.290, %arg.width
  %.294 = add nsw i64 %arg.sums, %.292
  %.296 = add nsw i64 %.294, %.253
  %.308 = getelementptr inbounds float, ptr %arg.work.4, i64 %.296
  %.310 = load <16 x float>, ptr %.308, align 4
  store i64 1, ptr %.338, align 8
  %.351 = add i64 %arg.pieces, -1
  %.352 = icmp slt i64 %.351, 1
  %storemerge291 = select i1 %.352, i64 0, i64 %.351
  store i64 %storemerge291, ptr %.341, align 8
  br label %B182

B182.if:                                          ; preds = %B182
  %.400 = load i64, ptr %.338, align 8
  %.403 = add nsw i64 %.393, -1
  store i64 %.403, ptr %.341, align 8
  %.407 = add i64 %.400, 1
  store i64 %.407, ptr %.338, align 8
  %3 = mul nsw i64 %.400, %arg.width
  %4 = getelementptr float, ptr %arg.work.4, i64 %.296
  %.443 = getelementptr float, ptr %4, i64 %3
  %.445 = load <16 x float>, ptr %.443, align 4
  %.447 = fcmp nsz contract ole <16 x float> %.445, %best.2.2
  %.449 = select <16 x i1> %.447, <16 x float> %best.2.2, <16 x float> %.445
  br label %B182
}

; Function Attrs: alwaysinline
define internal i32 @activations._softmax(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.sums, i64 %arg.values, i64 %arg.units, i64 %arg.width) #0 {
entry:
  %.51 = alloca i64, align 8
  store i64 0, ptr %.51, align 8
  %.54 = alloca i64, align 8
  store i64 0, ptr %.54, align 8
  %.191 = alloca i64, align 8
  store i64 0, ptr %.191, align 8
  %.194 = alloca i64, align 8
  store i64 0, ptr %.194, align 8
  %.343 = alloca i64, align 8
  store i64 0, ptr %.343, align 8
  %.346 = alloca i64, align 8
  store i64 0, ptr %.346, align 8
  %.456 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.456, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.531 = alloca i64, align 8
  store i64 0, ptr %.531, align 8
  %.534 = alloca i64, align 8
  store i64 0, ptr %.534, align 8
  store i64 0, ptr %.51, align 8
  %.65 = icmp slt i64 %arg.width, 1
  %0 = add nuw i64 %arg.width, 15
  %.88 = lshr i64 %0, 4
  %storemerge = select i1 %.65, i64 0, i64 %.88
  store i64 %storemerge, ptr %.54, align 8
  br label %B48

B48:                                              ; preds = %B464, %entry
  %.109 = load i64, ptr %.54, align 8
  %.110 = icmp sgt i64 %.109, 0
  br i1 %.110, label %B50.if, label %B578

B124:                                             ; preds = %B124.if, %B50.if
  %top.2.1 = phi <16 x float> [ %.163, %B50.if ], [ %.304, %B124.if ]
  %.246 = load i64, ptr %.194, align 8
  %.247 = icmp sgt i64 %.246, 0
  br i1 %.247, label %B124.if, label %B222

B222:                                             ; preds = %B124
  store i64 0, ptr %.343, align 8
  %.357 = icmp slt i64 %arg.units, 1
  %storemerge244 = select i1 %.357, i64 0, i64 %arg.units
  store i64 %storemerge244, ptr %.346, align 8
  br label %B284

B284:                                             ; preds = %B286.endif, %B222
  %whole.2.1 = phi <16 x float> [ zeroinitializer, %B222 ], [ %.497, %B286.endif ]
  %.398 = load i64, ptr %.346, align 8
  %.399 = icmp sgt i64 %.398, 0
  br i1 %.399, label %B284.if, label %B434

B434:                                             ; preds = %B284
  store i64 0, ptr %.531, align 8
  %.545 = icmp slt i64 %arg.units, 1
  %storemerge245 = select i1 %.545, i64 0, i64 %arg.units
  store i64 %storemerge245, ptr %.534, align 8
  br label %B464

B464:                                             ; preds = %B464.if, %B434
  %.586 = load i64, ptr %.534, align 8
  %.587 = icmp sgt i64 %.586, 0
  br i1 %.587, label %B464.if, label %B48

common.ret:                                       ; preds = %B286.if, %B578
  %common.ret.op = phi i32 [ 0, %B578 ], [ %.460, %B286.if ]
  ret i32 %common.ret.op

B578:                                             ; preds = %B48
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B50.if:                                           ; preds = %B48
  %.116 = load i64, ptr %.51, align 8
  %.119 = add nsw i64 %.109, -1
  store i64 %.119, ptr %.54, align 8
  %.123 = add i64 %.116, 16
  store i64 %.123, ptr %.51, align 8
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.161 = getelementptr float, ptr %1, i64 %.116
  %.163 = load <16 x float>, ptr %.161, align 4
  store i64 1, ptr %.191, align 8
  %.204 = add i64 %arg.units, -1
  %.205 = icmp slt i64 %.204, 1
  %storemerge243 = select i1 %.205, i64 0, i64 %.204
  store i64 %storemerge243, ptr %.194, align 8
  br label %B124

B124.if:                                          ; preds = %B124
  %.253 = load i64, ptr %.191, align 8
  %.256 = add nsw i64 %.246, -1
  store i64 %.256, ptr %.194, align 8
  %.260 = add i64 %.253, 1
  store i64 %.260, ptr %.191, align 8
  %2 = mul nsw i64 %.253, %arg.width
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %4 = getelementptr float, ptr %3, i64 %2
  %.298 = getelementptr float, ptr %4, i64 %.116
  %.300 = load <16 x float>, ptr %.298, align 4
  %.302 = fcmp nsz contract ole <16 x float> %.300, %top.2.1
  %.304 = select <16 x i1> %.302, <16 x float> %top.2.1, <16 x float> %.300
  br label %B124

B284.if:                                          ; preds = %B284
  %.405 = load i64, ptr %.343, align 8
  %.408 = add nsw i64 %.398, -1
  store i64 %.408, ptr %.346, align 8
  %.412 = add i64 %.405, 1
  store i64 %.412, ptr %.343, align 8
  %5 = mul nsw i64 %.405, %arg.width
  %6 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %7 = getelementptr float, ptr %6, i64 %5
  %.451 = getelementptr float, ptr %7, i64 %.116
  %.453 = load <16 x float>, ptr %.451, align 4
  %.455 = fsub contract <16 x float> %.453, %top.2.1
  store <16 x float> zeroinitializer, ptr %.456, align 64
  %.460 = call i32 @functions.exp(ptr nonnull %.456, ptr nonnull %excinfo.1, <16 x float> %.455)
  %.470 = load <16 x float>, ptr %.456, align 64
  switch i32 %.460, label %B286.if [
    i32 -2, label %B286.endif
    i32 0, label %B286.endif
  ], !prof !0

B286.if:                                          ; preds = %B284.if
  %.468 = icmp sgt i32 %.460, 0
  %.461 = load ptr, ptr %excinfo.1, align 8
  %.469 = select i1 %.468, ptr %.461, ptr undef
  store ptr %.469, ptr %excinfo, align 8
  br label %common.ret

B286.endif:                                       ; preds = %B284.if, %B284.if
  %8 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %9 = getelementptr float, ptr %8, i64 %5
  %.493 = getelementptr float, ptr %9, i64 %.116
  store <16 x float> %.470, ptr %.493, align 4
  %.497 = fadd contract <16 x float> %whole.2.1, %.470
  br label %B284

B464.if:                                          ; preds = %B464
  %.593 = load i64, ptr %.531, align 8
  %.596 = add nsw i64 %.586, -1
  store i64 %.596, ptr %.534, align 8
  %.600 = add i64 %.593, 1
  store i64 %.600, ptr %.531, align 8
  %10 = mul nsw i64 %.593, %arg.width
  %11 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %12 = getelementptr float, ptr %11, i64 %10
  %.644 = getelementptr float, ptr %12, i64 %.116
  %.646 = load <16 x float>, ptr %.644, align 4
  %.648 = fdiv contract <16 x float> %.646, %whole.2.1
  %13 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %14 = getelementptr float, ptr %13, i64 %10
  %.656 = getelementptr float, ptr %14, i64 %.116
  store <16 x float> %.648, ptr %.656, align 4
  br label %B464
}

; Function Attrs: alwaysinline
define internal i32 @activations._bent(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x float> %arg.a, double %arg.first, double %arg.second) #0 {
entry:
  %.27 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.27, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.75 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.75, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.176 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.176, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.232 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.232, align 64
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.283 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.283, align 64
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.335 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.335, align 64
  %.fca.1.gep8 = getelementptr inbounds nuw i8, ptr %.335, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep8, align 64
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.370 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.370, align 64
  %.fca.1.gep4 = getelementptr inbounds nuw i8, ptr %.370, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep4, align 64
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.407 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.407, align 64
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.407, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep, align 64
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  switch i64 %arg.code, label %B792 [
    i64 8, label %B26
    i64 7, label %B98
    i64 2, label %B192
    i64 3, label %B192
    i64 5, label %B382
    i64 6, label %B382
    i64 9, label %B672
    i64 10, label %B762
  ]

B26:                                              ; preds = %entry
  store <16 x float> zeroinitializer, ptr %.27, align 64
  %.31 = call i32 @functions.tanh(ptr nonnull %.27, ptr nonnull %excinfo.1, <16 x float> %arg.a)
  %.41 = load <16 x float>, ptr %.27, align 64
  switch i32 %.31, label %B26.if [
    i32 -2, label %B26.endif
    i32 0, label %B26.endif
  ], !prof !0

B98:                                              ; preds = %entry
  store <16 x float> zeroinitializer, ptr %.75, align 64
  %.79 = call i32 @functions.sigmoid(ptr nonnull %.75, ptr nonnull %excinfo.2, <16 x float> %arg.a)
  %.89 = load <16 x float>, ptr %.75, align 64
  switch i32 %.79, label %B98.if [
    i32 -2, label %B98.endif
    i32 0, label %B98.endif
  ], !prof !0

common.ret:                                       ; preds = %B848.endif, %B848.if, %B814.endif, %B814.if, %B762.endif, %B762.if, %B672.endif, %B672.if, %B382.endif.endif, %B382.endif.if, %B382.if, %B98.endif, %B98.if, %B26.endif, %B26.if, %B192
  %common.ret.op = phi i32 [ 0, %B192 ], [ 0, %B26.endif ], [ %.374, %B814.if ], [ 0, %B98.endif ], [ %.31, %B26.if ], [ %.79, %B98.if ], [ 0, %B382.endif.endif ], [ %.180, %B382.if ], [ 0, %B672.endif ], [ %.236, %B382.endif.if ], [ 0, %B762.endif ], [ %.287, %B672.if ], [ 0, %B814.endif ], [ %.339, %B762.if ], [ 0, %B848.endif ], [ %.411, %B848.if ]
  ret i32 %common.ret.op

B192:                                             ; preds = %entry, %entry
  %.124 = fcmp nsz contract ole <16 x float> %arg.a, zeroinitializer
  %.127 = fptrunc double %arg.first to float
  %.128 = insertelement <16 x float> poison, float %.127, i64 0
  %.129 = shufflevector <16 x float> %.128, <16 x float> poison, <16 x i32> zeroinitializer
  %.130 = fmul contract <16 x float> %arg.a, %.129
  %.132 = select <16 x i1> %.124, <16 x float> %.130, <16 x float> %arg.a
  %.137 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.144 = fptrunc double %arg.first to float
  %.145 = insertelement <16 x float> poison, float %.144, i64 0
  %.146 = shufflevector <16 x float> %.145, <16 x float> poison, <16 x i32> zeroinitializer
  %.151 = select <16 x i1> %.137, <16 x float> splat (float 1.000000e+00), <16 x float> %.146
  store <16 x float> %.132, ptr %retptr, align 64
  %retptr.repack70 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.151, ptr %retptr.repack70, align 64
  br label %common.ret

B382:                                             ; preds = %entry, %entry
  %.168 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.174 = select <16 x i1> %.168, <16 x float> zeroinitializer, <16 x float> %arg.a
  store <16 x float> zeroinitializer, ptr %.176, align 64
  %.180 = call i32 @functions.exp_minus_1(ptr nonnull %.176, ptr nonnull %excinfo.3, <16 x float> %.174)
  %.190 = load <16 x float>, ptr %.176, align 64
  switch i32 %.180, label %B382.if [
    i32 -2, label %B382.endif
    i32 0, label %B382.endif
  ], !prof !0

B672:                                             ; preds = %entry
  store <16 x float> zeroinitializer, ptr %.283, align 64
  %.287 = call i32 @functions.sigmoid(ptr nonnull %.283, ptr nonnull %excinfo.5, <16 x float> %arg.a)
  %.297 = load <16 x float>, ptr %.283, align 64
  switch i32 %.287, label %B672.if [
    i32 -2, label %B672.endif
    i32 0, label %B672.endif
  ], !prof !0

B762:                                             ; preds = %entry
  store <16 x float> zeroinitializer, ptr %.335, align 64
  %.fca.1.gep10 = getelementptr inbounds nuw i8, ptr %.335, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep10, align 64
  %.339 = call i32 @activations._mish(ptr nonnull %.335, ptr nonnull %excinfo.6, <16 x float> %arg.a)
  %.349.fca.0.load = load <16 x float>, ptr %.335, align 64
  %.349.fca.1.gep = getelementptr inbounds nuw i8, ptr %.335, i64 64
  %.349.fca.1.load = load <16 x float>, ptr %.349.fca.1.gep, align 64
  switch i32 %.339, label %B762.if [
    i32 -2, label %B762.endif
    i32 0, label %B762.endif
  ], !prof !0

B792:                                             ; preds = %entry
  %.364 = icmp sgt i64 %arg.code, 13
  br i1 %.364, label %B814, label %B848

B814:                                             ; preds = %B792
  store <16 x float> zeroinitializer, ptr %.370, align 64
  %.fca.1.gep6 = getelementptr inbounds nuw i8, ptr %.370, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep6, align 64
  %.374 = call i32 @activations._series(ptr nonnull %.370, ptr nonnull %excinfo.7, i64 %arg.code, <16 x float> %arg.a, double %arg.first)
  %.384.fca.0.load = load <16 x float>, ptr %.370, align 64
  %.384.fca.1.gep = getelementptr inbounds nuw i8, ptr %.370, i64 64
  %.384.fca.1.load = load <16 x float>, ptr %.384.fca.1.gep, align 64
  switch i32 %.374, label %B814.if [
    i32 -2, label %B814.endif
    i32 0, label %B814.endif
  ], !prof !0

B848:                                             ; preds = %B792
  store <16 x float> zeroinitializer, ptr %.407, align 64
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.407, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep2, align 64
  %.411 = call i32 @activations._straight(ptr nonnull %.407, ptr nonnull %excinfo.8, i64 %arg.code, <16 x float> %arg.a)
  %.421.fca.0.load = load <16 x float>, ptr %.407, align 64
  %.421.fca.1.gep = getelementptr inbounds nuw i8, ptr %.407, i64 64
  %.421.fca.1.load = load <16 x float>, ptr %.421.fca.1.gep, align 64
  switch i32 %.411, label %B848.if [
    i32 -2, label %B848.endif
    i32 0, label %B848.endif
  ], !prof !0

B26.if:                                           ; preds = %B26
  %.39 = icmp sgt i32 %.31, 0
  %.32 = load ptr, ptr %excinfo.1, align 8
  %.40 = select i1 %.39, ptr %.32, ptr undef
  store ptr %.40, ptr %excinfo, align 8
  br label %common.ret

B26.endif:                                        ; preds = %B26, %B26
  %.55 = fmul contract <16 x float> %.41, %.41
  %.59 = fsub contract <16 x float> splat (float 1.000000e+00), %.55
  store <16 x float> %.41, ptr %retptr, align 64
  %retptr.repack74 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.59, ptr %retptr.repack74, align 64
  br label %common.ret

B98.if:                                           ; preds = %B98
  %.87 = icmp sgt i32 %.79, 0
  %.80 = load ptr, ptr %excinfo.2, align 8
  %.88 = select i1 %.87, ptr %.80, ptr undef
  store ptr %.88, ptr %excinfo, align 8
  br label %common.ret

B98.endif:                                        ; preds = %B98, %B98
  %.104 = fsub contract <16 x float> splat (float 1.000000e+00), %.89
  %.105 = fmul contract <16 x float> %.104, %.89
  store <16 x float> %.89, ptr %retptr, align 64
  %retptr.repack72 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.105, ptr %retptr.repack72, align 64
  br label %common.ret

B382.if:                                          ; preds = %B382
  %.188 = icmp sgt i32 %.180, 0
  %.181 = load ptr, ptr %excinfo.3, align 8
  %.189 = select i1 %.188, ptr %.181, ptr undef
  store ptr %.189, ptr %excinfo, align 8
  br label %common.ret

B382.endif:                                       ; preds = %B382, %B382
  %.204 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.207 = fptrunc double %arg.second to float
  %.208 = insertelement <16 x float> poison, float %.207, i64 0
  %.209 = shufflevector <16 x float> %.208, <16 x float> poison, <16 x i32> zeroinitializer
  %.210 = fmul contract <16 x float> %arg.a, %.209
  %.213 = fmul nsz contract double %arg.first, %arg.second
  %.214 = fptrunc double %.213 to float
  %.215 = insertelement <16 x float> poison, float %.214, i64 0
  %.216 = shufflevector <16 x float> %.215, <16 x float> poison, <16 x i32> zeroinitializer
  %.217 = fmul contract <16 x float> %.190, %.216
  %.218 = select <16 x i1> %.204, <16 x float> %.210, <16 x float> %.217
  %.223 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.226 = fptrunc double %arg.second to float
  %.227 = insertelement <16 x float> poison, float %.226, i64 0
  %.228 = shufflevector <16 x float> %.227, <16 x float> poison, <16 x i32> zeroinitializer
  store <16 x float> zeroinitializer, ptr %.232, align 64
  %.236 = call i32 @functions.exp(ptr nonnull %.232, ptr nonnull %excinfo.4, <16 x float> %.174)
  %.246 = load <16 x float>, ptr %.232, align 64
  switch i32 %.236, label %B382.endif.if [
    i32 -2, label %B382.endif.endif
    i32 0, label %B382.endif.endif
  ], !prof !0

B382.endif.if:                                    ; preds = %B382.endif
  %.244 = icmp sgt i32 %.236, 0
  %.237 = load ptr, ptr %excinfo.4, align 8
  %.245 = select i1 %.244, ptr %.237, ptr undef
  store ptr %.245, ptr %excinfo, align 8
  br label %common.ret

B382.endif.endif:                                 ; preds = %B382.endif, %B382.endif
  %.258 = fmul nsz contract double %arg.first, %arg.second
  %.263 = fptrunc double %.258 to float
  %.264 = insertelement <16 x float> poison, float %.263, i64 0
  %.265 = shufflevector <16 x float> %.264, <16 x float> poison, <16 x i32> zeroinitializer
  %.266 = fmul contract <16 x float> %.246, %.265
  %.267 = select <16 x i1> %.223, <16 x float> %.228, <16 x float> %.266
  store <16 x float> %.218, ptr %retptr, align 64
  %retptr.repack68 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.267, ptr %retptr.repack68, align 64
  br label %common.ret

B672.if:                                          ; preds = %B672
  %.295 = icmp sgt i32 %.287, 0
  %.288 = load ptr, ptr %excinfo.5, align 8
  %.296 = select i1 %.295, ptr %.288, ptr undef
  store ptr %.296, ptr %excinfo, align 8
  br label %common.ret

B672.endif:                                       ; preds = %B672, %B672
  %.308 = fmul contract <16 x float> %arg.a, %.297
  %.312 = fsub contract <16 x float> splat (float 1.000000e+00), %.297
  %.314 = fmul contract <16 x float> %arg.a, %.312
  %.320 = fadd contract <16 x float> %.314, splat (float 1.000000e+00)
  %.321 = fmul contract <16 x float> %.297, %.320
  store <16 x float> %.308, ptr %retptr, align 64
  %retptr.repack66 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.321, ptr %retptr.repack66, align 64
  br label %common.ret

B762.if:                                          ; preds = %B762
  %.347 = icmp sgt i32 %.339, 0
  %.340 = load ptr, ptr %excinfo.6, align 8
  %.348 = select i1 %.347, ptr %.340, ptr undef
  store ptr %.348, ptr %excinfo, align 8
  br label %common.ret

B762.endif:                                       ; preds = %B762, %B762
  store <16 x float> %.349.fca.0.load, ptr %retptr, align 64
  %retptr.repack64 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.349.fca.1.load, ptr %retptr.repack64, align 64
  br label %common.ret

B814.if:                                          ; preds = %B814
  %.382 = icmp sgt i32 %.374, 0
  %.375 = load ptr, ptr %excinfo.7, align 8
  %.383 = select i1 %.382, ptr %.375, ptr undef
  store ptr %.383, ptr %excinfo, align 8
  br label %common.ret

B814.endif:                                       ; preds = %B814, %B814
  store <16 x float> %.384.fca.0.load, ptr %retptr, align 64
  %retptr.repack78 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.384.fca.1.load, ptr %retptr.repack78, align 64
  br label %common.ret

B848.if:                                          ; preds = %B848
  %.419 = icmp sgt i32 %.411, 0
  %.412 = load ptr, ptr %excinfo.8, align 8
  %.420 = select i1 %.419, ptr %.412, ptr undef
  store ptr %.420, ptr %excinfo, align 8
  br label %common.ret

B848.endif:                                       ; preds = %B848, %B848
  store <16 x float> %.421.fca.0.load, ptr %retptr, align 64
  %retptr.repack76 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.421.fca.1.load, ptr %retptr.repack76, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.tanh(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.12 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.12, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.6 = call <16 x float> @llvm.fabs.v16f32(<16 x float> %arg.x)
  %.11 = fmul contract <16 x float> %.6, splat (float -2.000000e+00)
  store <16 x float> zeroinitializer, ptr %.12, align 64
  %.16 = call i32 @functions.exp_minus_1(ptr nonnull %.12, ptr nonnull %excinfo.1, <16 x float> %.11)
  %.26 = load <16 x float>, ptr %.12, align 64
  switch i32 %.16, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.24 = icmp sgt i32 %.16, 0
  %.17 = load ptr, ptr %excinfo.1, align 8
  %.25 = select i1 %.24, ptr %.17, ptr undef
  store ptr %.25, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.16, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.41 = fadd contract <16 x float> %.26, splat (float 2.000000e+00)
  %.42 = fdiv contract <16 x float> %.26, %.41
  %.43 = call <16 x float> @llvm.copysign.v16f32(<16 x float> %.42, <16 x float> %arg.x)
  store <16 x float> %.43, ptr %retptr, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.sigmoid(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.8 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.8, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.6 = call <16 x float> @llvm.fabs.v16f32(<16 x float> %arg.x)
  %.7 = fneg <16 x float> %.6
  store <16 x float> zeroinitializer, ptr %.8, align 64
  %.12 = call i32 @functions.exp(ptr nonnull %.8, ptr nonnull %excinfo.1, <16 x float> %.7)
  %.22 = load <16 x float>, ptr %.8, align 64
  switch i32 %.12, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.20 = icmp sgt i32 %.12, 0
  %.13 = load ptr, ptr %excinfo.1, align 8
  %.21 = select i1 %.20, ptr %.13, ptr undef
  store ptr %.21, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.12, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.37 = fadd contract <16 x float> %.22, splat (float 1.000000e+00)
  %.41 = fdiv contract <16 x float> splat (float 1.000000e+00), %.37
  %.45 = fcmp nsz contract olt <16 x float> %arg.x, zeroinitializer
  %.46 = fmul contract <16 x float> %.22, %.41
  %.47 = select <16 x i1> %.45, <16 x float> %.46, <16 x float> %.41
  store <16 x float> %.47, ptr %retptr, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.exp_minus_1(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.13 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.13, align 64
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.13, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.8 = fcmp nsz contract olt <16 x float> %arg.x, splat (float -8.000000e+01)
  %.12 = select <16 x i1> %.8, <16 x float> splat (float -8.000000e+01), <16 x float> %arg.x
  store <16 x float> zeroinitializer, ptr %.13, align 64
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.13, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep2, align 64
  %.17 = call i32 @functions._reduced_32(ptr nonnull %.13, ptr nonnull %excinfo.1, <16 x float> %.12)
  %.27.fca.0.load = load <16 x float>, ptr %.13, align 64
  %.27.fca.1.gep = getelementptr inbounds nuw i8, ptr %.13, i64 64
  %.27.fca.1.load = load <16 x float>, ptr %.27.fca.1.gep, align 64
  switch i32 %.17, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.25 = icmp sgt i32 %.17, 0
  %.18 = load ptr, ptr %excinfo.1, align 8
  %.26 = select i1 %.25, ptr %.18, ptr undef
  store ptr %.26, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.17, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.41 = fmul contract <16 x float> %.27.fca.0.load, %.27.fca.1.load
  %.45 = fadd contract <16 x float> %.27.fca.0.load, splat (float -1.000000e+00)
  %.46 = fadd contract <16 x float> %.41, %.45
  store <16 x float> %.46, ptr %retptr, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._mish(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.a) #0 {
entry:
  %.8 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.8, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.72 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.72, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.6 = call <16 x float> @llvm.fabs.v16f32(<16 x float> %arg.a)
  %.7 = fneg <16 x float> %.6
  store <16 x float> zeroinitializer, ptr %.8, align 64
  %.12 = call i32 @functions.exp(ptr nonnull %.8, ptr nonnull %excinfo.1, <16 x float> %.7)
  %.22 = load <16 x float>, ptr %.8, align 64
  switch i32 %.12, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.20 = icmp sgt i32 %.12, 0
  %.13 = load ptr, ptr %excinfo.1, align 8
  %.21 = select i1 %.20, ptr %.13, ptr undef
  store ptr %.21, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  %.37 = fmul contract <16 x float> %.22, splat (float 2.000000e+00)
  %.41 = fadd contract <16 x float> %.37, splat (float 1.000000e+00)
  %.45 = fadd contract <16 x float> %.22, splat (float 2.000000e+00)
  %.46 = fmul contract <16 x float> %.22, %.45
  %.50 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.51 = fmul contract <16 x float> %.22, %.22
  %.55 = fmul contract <16 x float> %.51, splat (float 2.000000e+00)
  %.56 = fadd contract <16 x float> %.41, %.55
  %.57 = fdiv contract <16 x float> %.41, %.56
  %.61 = fadd contract <16 x float> %.46, splat (float 2.000000e+00)
  %.62 = fdiv contract <16 x float> %.46, %.61
  %.63 = select <16 x i1> %.50, <16 x float> %.57, <16 x float> %.62
  %.64 = fmul contract <16 x float> %arg.a, %.63
  %.65 = fmul contract <16 x float> %.63, %.63
  %.69 = fsub contract <16 x float> splat (float 1.000000e+00), %.65
  %.70 = fmul contract <16 x float> %arg.a, %.69
  store <16 x float> zeroinitializer, ptr %.72, align 64
  %.76 = call i32 @functions.sigmoid(ptr nonnull %.72, ptr nonnull %excinfo.2, <16 x float> %arg.a)
  %.86 = load <16 x float>, ptr %.72, align 64
  switch i32 %.76, label %B0.endif.if [
    i32 -2, label %B0.endif.endif
    i32 0, label %B0.endif.endif
  ], !prof !0

common.ret:                                       ; preds = %B0.endif.endif, %B0.endif.if, %B0.if
  %common.ret.op = phi i32 [ %.12, %B0.if ], [ 0, %B0.endif.endif ], [ %.76, %B0.endif.if ]
  ret i32 %common.ret.op

B0.endif.if:                                      ; preds = %B0.endif
  %.84 = icmp sgt i32 %.76, 0
  %.77 = load ptr, ptr %excinfo.2, align 8
  %.85 = select i1 %.84, ptr %.77, ptr undef
  store ptr %.85, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif:                                   ; preds = %B0.endif, %B0.endif
  %.96 = fmul contract <16 x float> %.70, %.86
  %.97 = fadd contract <16 x float> %.63, %.96
  store <16 x float> %.64, ptr %retptr, align 64
  %retptr.repack2 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.97, ptr %retptr.repack2, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._series(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x float> %arg.a, double %arg.first) #0 {
entry:
  %.36 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.36, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.125 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.125, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.167 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.167, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.218 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.218, align 64
  %.fca.1.gep4 = getelementptr inbounds nuw i8, ptr %.218, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep4, align 64
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.258 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.258, align 64
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.258, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep, align 64
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  switch i64 %arg.code, label %B468 [
    i64 14, label %B26
    i64 15, label %B252
    i64 17, label %B412
  ]

B26:                                              ; preds = %entry
  %.23 = fmul contract <16 x float> %arg.a, %arg.a
  %.25 = fmul contract <16 x float> %.23, %arg.a
  %.29 = fmul contract <16 x float> %.25, splat (float 0x3FA6E4E260000000)
  %.31 = fadd contract <16 x float> %arg.a, %.29
  %.35 = fmul contract <16 x float> %.31, splat (float 0x3FE9884540000000)
  store <16 x float> zeroinitializer, ptr %.36, align 64
  %.40 = call i32 @functions.tanh(ptr nonnull %.36, ptr nonnull %excinfo.1, <16 x float> %.35)
  %.50 = load <16 x float>, ptr %.36, align 64
  switch i32 %.40, label %B26.if [
    i32 -2, label %B26.endif
    i32 0, label %B26.endif
  ], !prof !0

B252:                                             ; preds = %entry
  %.124 = fmul contract <16 x float> %arg.a, splat (float 0x3FE6A09E60000000)
  store <16 x float> zeroinitializer, ptr %.125, align 64
  %.129 = call i32 @functions.erf(ptr nonnull %.125, ptr nonnull %excinfo.2, <16 x float> %.124)
  %.139 = load <16 x float>, ptr %.125, align 64
  switch i32 %.129, label %B252.if [
    i32 -2, label %B252.endif
    i32 0, label %B252.endif
  ], !prof !0

B412:                                             ; preds = %entry
  %.212 = fptrunc double %arg.first to float
  %.213 = insertelement <16 x float> poison, float %.212, i64 0
  %.214 = shufflevector <16 x float> %.213, <16 x float> poison, <16 x i32> zeroinitializer
  %.215 = fmul contract <16 x float> %arg.a, %.214
  store <16 x float> zeroinitializer, ptr %.218, align 64
  %.fca.1.gep6 = getelementptr inbounds nuw i8, ptr %.218, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep6, align 64
  %.222 = call i32 @functions.sine_and_cosine(ptr nonnull %.218, ptr nonnull %excinfo.4, <16 x float> %.215)
  %.232.fca.0.load = load <16 x float>, ptr %.218, align 64
  %.232.fca.1.gep = getelementptr inbounds nuw i8, ptr %.218, i64 64
  %.232.fca.1.load = load <16 x float>, ptr %.232.fca.1.gep, align 64
  switch i32 %.222, label %B412.if [
    i32 -2, label %B412.endif
    i32 0, label %B412.endif
  ], !prof !0

B468:                                             ; preds = %entry
  store <16 x float> zeroinitializer, ptr %.258, align 64
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.258, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep2, align 64
  %.262 = call i32 @activations._softplus(ptr nonnull %.258, ptr nonnull %excinfo.5, <16 x float> %arg.a, double %arg.first)
  %.272.fca.0.load = load <16 x float>, ptr %.258, align 64
  %.272.fca.1.gep = getelementptr inbounds nuw i8, ptr %.258, i64 64
  %.272.fca.1.load = load <16 x float>, ptr %.272.fca.1.gep, align 64
  switch i32 %.262, label %B468.if [
    i32 -2, label %B468.endif
    i32 0, label %B468.endif
  ], !prof !0

B26.if:                                           ; preds = %B26
  %.48 = icmp sgt i32 %.40, 0
  %.41 = load ptr, ptr %excinfo.1, align 8
  %.49 = select i1 %.48, ptr %.41, ptr undef
  store ptr %.49, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B468.endif, %B468.if, %B412.endif, %B412.if, %B252.endif.endif, %B252.endif.if, %B252.if, %B26.endif, %B26.if
  %common.ret.op = phi i32 [ 0, %B26.endif ], [ %.222, %B412.if ], [ %.40, %B26.if ], [ 0, %B252.endif.endif ], [ %.129, %B252.if ], [ 0, %B412.endif ], [ %.171, %B252.endif.if ], [ 0, %B468.endif ], [ %.262, %B468.if ]
  ret i32 %common.ret.op

B26.endif:                                        ; preds = %B26, %B26
  %.65 = fadd contract <16 x float> %.50, splat (float 1.000000e+00)
  %.67 = fmul contract <16 x float> %arg.a, %.65
  %.71 = fmul contract <16 x float> %.67, splat (float 5.000000e-01)
  %.75 = fadd contract <16 x float> %.50, splat (float 1.000000e+00)
  %.79 = fmul contract <16 x float> %.75, splat (float 5.000000e-01)
  %.80 = fmul contract <16 x float> %.50, %.50
  %.84 = fsub contract <16 x float> splat (float 1.000000e+00), %.80
  %.86 = fmul contract <16 x float> %arg.a, %.84
  %.89 = fmul contract <16 x float> %arg.a, %arg.a
  %.96 = fmul contract <16 x float> %.89, splat (float 0x3FC12BA9E0000000)
  %.100 = fadd contract <16 x float> %.96, splat (float 1.000000e+00)
  %.101 = fmul contract <16 x float> %.86, %.100
  %.106 = fmul contract <16 x float> %.101, splat (float 0x3FD9884540000000)
  %.107 = fadd contract <16 x float> %.79, %.106
  store <16 x float> %.71, ptr %retptr, align 64
  %retptr.repack38 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.107, ptr %retptr.repack38, align 64
  br label %common.ret

B252.if:                                          ; preds = %B252
  %.137 = icmp sgt i32 %.129, 0
  %.130 = load ptr, ptr %excinfo.2, align 8
  %.138 = select i1 %.137, ptr %.130, ptr undef
  store ptr %.138, ptr %excinfo, align 8
  br label %common.ret

B252.endif:                                       ; preds = %B252, %B252
  %.152 = fadd contract <16 x float> %.139, splat (float 1.000000e+00)
  %.156 = fmul contract <16 x float> %.152, splat (float 5.000000e-01)
  %.158 = fmul contract <16 x float> %arg.a, %.156
  %.162 = fmul contract <16 x float> %arg.a, %arg.a
  %.166 = fmul contract <16 x float> %.162, splat (float -5.000000e-01)
  store <16 x float> zeroinitializer, ptr %.167, align 64
  %.171 = call i32 @functions.exp(ptr nonnull %.167, ptr nonnull %excinfo.3, <16 x float> %.166)
  %.181 = load <16 x float>, ptr %.167, align 64
  switch i32 %.171, label %B252.endif.if [
    i32 -2, label %B252.endif.endif
    i32 0, label %B252.endif.endif
  ], !prof !0

B252.endif.if:                                    ; preds = %B252.endif
  %.179 = icmp sgt i32 %.171, 0
  %.172 = load ptr, ptr %excinfo.3, align 8
  %.180 = select i1 %.179, ptr %.172, ptr undef
  store ptr %.180, ptr %excinfo, align 8
  br label %common.ret

B252.endif.endif:                                 ; preds = %B252.endif, %B252.endif
  %.192 = fmul contract <16 x float> %arg.a, %.181
  %.198 = fmul contract <16 x float> %.192, splat (float 0x3FD9884540000000)
  %.199 = fadd contract <16 x float> %.156, %.198
  store <16 x float> %.158, ptr %retptr, align 64
  %retptr.repack36 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.199, ptr %retptr.repack36, align 64
  br label %common.ret

B412.if:                                          ; preds = %B412
  %.230 = icmp sgt i32 %.222, 0
  %.223 = load ptr, ptr %excinfo.4, align 8
  %.231 = select i1 %.230, ptr %.223, ptr undef
  store ptr %.231, ptr %excinfo, align 8
  br label %common.ret

B412.endif:                                       ; preds = %B412, %B412
  %.245 = fptrunc double %arg.first to float
  %.246 = insertelement <16 x float> poison, float %.245, i64 0
  %.247 = shufflevector <16 x float> %.246, <16 x float> poison, <16 x i32> zeroinitializer
  %.248 = fmul contract <16 x float> %.232.fca.1.load, %.247
  store <16 x float> %.232.fca.0.load, ptr %retptr, align 64
  %retptr.repack34 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.248, ptr %retptr.repack34, align 64
  br label %common.ret

B468.if:                                          ; preds = %B468
  %.270 = icmp sgt i32 %.262, 0
  %.263 = load ptr, ptr %excinfo.5, align 8
  %.271 = select i1 %.270, ptr %.263, ptr undef
  store ptr %.271, ptr %excinfo, align 8
  br label %common.ret

B468.endif:                                       ; preds = %B468, %B468
  store <16 x float> %.272.fca.0.load, ptr %retptr, align 64
  %retptr.repack40 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.272.fca.1.load, ptr %retptr.repack40, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._straight(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x float> %arg.a) #0 {
entry:
  switch i64 %arg.code, label %B654 [
    i64 1, label %B90
    i64 12, label %B158
    i64 11, label %B394
    i64 13, label %B394
  ]

common.ret:                                       ; preds = %B654, %B628, %B620, %B158, %B90
  ret i32 0

B90:                                              ; preds = %entry
  %.33 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.38 = select <16 x i1> %.33, <16 x float> splat (float 1.000000e+00), <16 x float> zeroinitializer
  store <16 x float> %.38, ptr %retptr, align 64
  %retptr.repack62 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> zeroinitializer, ptr %retptr.repack62, align 64
  br label %common.ret

B158:                                             ; preds = %entry
  %.57 = fcmp nsz contract ogt <16 x float> %arg.a, splat (float 1.000000e+00)
  %.62 = fcmp nsz contract olt <16 x float> %arg.a, splat (float -1.000000e+00)
  %.68 = select <16 x i1> %.62, <16 x float> splat (float -1.000000e+00), <16 x float> %arg.a
  %.70 = select <16 x i1> %.57, <16 x float> splat (float 1.000000e+00), <16 x float> %.68
  %0 = call nsz contract <16 x float> @llvm.fabs.v16f32(<16 x float> %arg.a)
  %1 = fcmp nsz contract ole <16 x float> %0, splat (float 1.000000e+00)
  %.89 = select <16 x i1> %1, <16 x float> splat (float 1.000000e+00), <16 x float> zeroinitializer
  store <16 x float> %.70, ptr %retptr, align 64
  %retptr.repack60 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.89, ptr %retptr.repack60, align 64
  br label %common.ret

B394:                                             ; preds = %entry, %entry
  %.106 = fdiv contract <16 x float> %arg.a, splat (float 6.000000e+00)
  %.110 = fadd contract <16 x float> %.106, splat (float 5.000000e-01)
  %.114 = fcmp nsz contract ole <16 x float> %.110, splat (float 1.000000e+00)
  %.118 = fcmp nsz contract oge <16 x float> %.110, zeroinitializer
  %2 = and <16 x i1> %.114, %.118
  %.126 = select <16 x i1> %2, <16 x float> splat (float 0x3FC5555560000000), <16 x float> zeroinitializer
  %.133 = fcmp nsz contract ogt <16 x float> %.110, splat (float 1.000000e+00)
  %.137 = fcmp nsz contract olt <16 x float> %.110, zeroinitializer
  %.139 = select <16 x i1> %.137, <16 x float> zeroinitializer, <16 x float> %.110
  %.143 = select <16 x i1> %.133, <16 x float> splat (float 1.000000e+00), <16 x float> %.139
  %.150 = icmp eq i64 %arg.code, 11
  br i1 %.150, label %B620, label %B628

B620:                                             ; preds = %B394
  store <16 x float> %.143, ptr %retptr, align 64
  %retptr.repack58 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.126, ptr %retptr.repack58, align 64
  br label %common.ret

B628:                                             ; preds = %B394
  %.168 = fmul contract <16 x float> %arg.a, %.143
  %.171 = fmul contract <16 x float> %arg.a, %.126
  %.177 = fadd contract <16 x float> %.143, %.171
  store <16 x float> %.168, ptr %retptr, align 64
  %retptr.repack56 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.177, ptr %retptr.repack56, align 64
  br label %common.ret

B654:                                             ; preds = %entry
  store <16 x float> %arg.a, ptr %retptr, align 64
  %retptr.repack64 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> splat (float 1.000000e+00), ptr %retptr.repack64, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.exp(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.13 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.13, align 64
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.13, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.8 = fcmp nsz contract olt <16 x float> %arg.x, splat (float -8.000000e+01)
  %.12 = select <16 x i1> %.8, <16 x float> splat (float -8.000000e+01), <16 x float> %arg.x
  store <16 x float> zeroinitializer, ptr %.13, align 64
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.13, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep2, align 64
  %.17 = call i32 @functions._reduced_32(ptr nonnull %.13, ptr nonnull %excinfo.1, <16 x float> %.12)
  %.27.fca.0.load = load <16 x float>, ptr %.13, align 64
  %.27.fca.1.gep = getelementptr inbounds nuw i8, ptr %.13, i64 64
  %.27.fca.1.load = load <16 x float>, ptr %.27.fca.1.gep, align 64
  switch i32 %.17, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.25 = icmp sgt i32 %.17, 0
  %.18 = load ptr, ptr %excinfo.1, align 8
  %.26 = select i1 %.25, ptr %.18, ptr undef
  store ptr %.26, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.17, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.41 = fmul contract <16 x float> %.27.fca.0.load, %.27.fca.1.load
  %.42 = fadd contract <16 x float> %.41, %.27.fca.0.load
  store <16 x float> %.42, ptr %retptr, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions._reduced_32(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.8 = fmul contract <16 x float> %arg.x, splat (float 0x3FF7154760000000)
  %.12 = fadd contract <16 x float> %.8, splat (float 0x4168000000000000)
  %.16 = fadd contract <16 x float> %.12, splat (float 0xC168000000000000)
  %.20 = fmul contract <16 x float> %.16, splat (float 0x3FE62E4000000000)
  %.21 = fsub contract <16 x float> %arg.x, %.20
  %.25 = fmul contract <16 x float> %.16, splat (float 0x3EB7F7D1C0000000)
  %.26 = fsub contract <16 x float> %.21, %.25
  %.27 = bitcast <16 x float> %.12 to <16 x i32>
  %.28 = shl <16 x i32> %.27, splat (i32 23)
  %.29 = add <16 x i32> %.28, splat (i32 1065353216)
  %.31 = fmul contract <16 x float> %.26, %.26
  %.62 = fmul contract <16 x float> %.26, splat (float 0x3F2A01A020000000)
  %.63 = fadd contract <16 x float> %.62, splat (float 0x3F56C16C20000000)
  %.64 = fmul contract <16 x float> %.63, %.26
  %.65 = fadd contract <16 x float> %.64, splat (float 0x3F81111120000000)
  %.66 = fmul contract <16 x float> %.65, %.26
  %.67 = fadd contract <16 x float> %.66, splat (float 0x3FA5555560000000)
  %.68 = fmul contract <16 x float> %.67, %.26
  %.69 = fadd contract <16 x float> %.68, splat (float 0x3FC5555560000000)
  %.70 = fmul contract <16 x float> %.69, %.26
  %.71 = fadd contract <16 x float> %.70, splat (float 5.000000e-01)
  %.72 = fmul contract <16 x float> %.31, %.71
  %.73 = fadd contract <16 x float> %.26, %.72
  store <16 x i32> %.29, ptr %retptr, align 64
  %retptr.repack1 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.73, ptr %retptr.repack1, align 64
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @functions.erf(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.109 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.109, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.5 = call <16 x float> @llvm.fabs.v16f32(<16 x float> %arg.x)
  %.14 = fcmp nsz contract ogt <16 x float> %.5, splat (float 6.000000e+00)
  %.18 = select <16 x i1> %.14, <16 x float> splat (float 6.000000e+00), <16 x float> %.5
  %.19 = fmul contract <16 x float> %.18, %.18
  %.80 = fmul contract <16 x float> %.19, splat (float 0xBE0AC95860000000)
  %.81 = fadd contract <16 x float> %.80, splat (float 0x3E4D76AF60000000)
  %.82 = fmul contract <16 x float> %.81, %.19
  %.83 = fadd contract <16 x float> %.82, splat (float 0xBE85C13160000000)
  %.84 = fmul contract <16 x float> %.83, %.19
  %.85 = fadd contract <16 x float> %.84, splat (float 0x3EBB981D80000000)
  %.86 = fmul contract <16 x float> %.85, %.19
  %.87 = fadd contract <16 x float> %.86, splat (float 0xBEEF4CA840000000)
  %.88 = fmul contract <16 x float> %.87, %.19
  %.89 = fadd contract <16 x float> %.88, splat (float 0x3F1F9A2BE0000000)
  %.90 = fmul contract <16 x float> %.89, %.19
  %.91 = fadd contract <16 x float> %.90, splat (float 0xBF4C02DB00000000)
  %.92 = fmul contract <16 x float> %.91, %.19
  %.93 = fadd contract <16 x float> %.92, splat (float 0x3F7565BCC0000000)
  %.94 = fmul contract <16 x float> %.93, %.19
  %.95 = fadd contract <16 x float> %.94, splat (float 0xBF9B82CE40000000)
  %.96 = fmul contract <16 x float> %.95, %.19
  %.97 = fadd contract <16 x float> %.96, splat (float 0x3FBCE2F220000000)
  %.98 = fmul contract <16 x float> %.97, %.19
  %.99 = fadd contract <16 x float> %.98, splat (float 0xBFD8127460000000)
  %.100 = fmul contract <16 x float> %.99, %.19
  %.101 = fadd contract <16 x float> %.100, splat (float 0x3FF20DD760000000)
  %.102 = fmul contract <16 x float> %.18, %.101
  %0 = fneg contract <16 x float> %.18
  %.108 = fmul contract <16 x float> %.18, %0
  store <16 x float> zeroinitializer, ptr %.109, align 64
  %.113 = call i32 @functions.exp(ptr nonnull %.109, ptr nonnull %excinfo.1, <16 x float> %.108)
  %.123 = load <16 x float>, ptr %.109, align 64
  switch i32 %.113, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.121 = icmp sgt i32 %.113, 0
  %.114 = load ptr, ptr %excinfo.1, align 8
  %.122 = select i1 %.121, ptr %.114, ptr undef
  store ptr %.122, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.113, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.138 = fadd contract <16 x float> %.18, splat (float -4.000000e+00)
  %.142 = fadd contract <16 x float> %.18, splat (float 4.000000e+00)
  %.143 = fdiv contract <16 x float> %.138, %.142
  %.224 = fmul contract <16 x float> %.143, splat (float 0x3EA8E87320000000)
  %.225 = fadd contract <16 x float> %.224, splat (float 0x3ED2B4E600000000)
  %.226 = fmul contract <16 x float> %.225, %.143
  %.227 = fadd contract <16 x float> %.226, splat (float 0xBEAF795CC0000000)
  %.228 = fmul contract <16 x float> %.227, %.143
  %.229 = fadd contract <16 x float> %.228, splat (float 0xBEF760B100000000)
  %.230 = fmul contract <16 x float> %.229, %.143
  %.231 = fadd contract <16 x float> %.230, splat (float 0x3F14B2B600000000)
  %.232 = fmul contract <16 x float> %.231, %.143
  %.233 = fadd contract <16 x float> %.232, splat (float 0xBEF6DABBE0000000)
  %.234 = fmul contract <16 x float> %.233, %.143
  %.235 = fadd contract <16 x float> %.234, splat (float 0xBF4A2F9B60000000)
  %.236 = fmul contract <16 x float> %.235, %.143
  %.237 = fadd contract <16 x float> %.236, splat (float 0x3F70A17F00000000)
  %.238 = fmul contract <16 x float> %.237, %.143
  %.239 = fadd contract <16 x float> %.238, splat (float 0xBF8A4DED40000000)
  %.240 = fmul contract <16 x float> %.239, %.143
  %.241 = fadd contract <16 x float> %.240, splat (float 0x3FA0066E20000000)
  %.242 = fmul contract <16 x float> %.241, %.143
  %.243 = fadd contract <16 x float> %.242, splat (float 0xBFB027D580000000)
  %.244 = fmul contract <16 x float> %.243, %.143
  %.245 = fadd contract <16 x float> %.244, splat (float 0x3FBBE502C0000000)
  %.246 = fmul contract <16 x float> %.245, %.143
  %.247 = fadd contract <16 x float> %.246, splat (float 0xBFC5066660000000)
  %.248 = fmul contract <16 x float> %.247, %.143
  %.249 = fadd contract <16 x float> %.248, splat (float 0x3FCBFF01A0000000)
  %.250 = fmul contract <16 x float> %.249, %.143
  %.251 = fadd contract <16 x float> %.250, splat (float 0xBFD0949220000000)
  %.252 = fmul contract <16 x float> %.251, %.143
  %.253 = fadd contract <16 x float> %.252, splat (float 0x3FC18932C0000000)
  %.254 = fmul contract <16 x float> %.123, %.253
  %.258 = fsub contract <16 x float> splat (float 1.000000e+00), %.254
  %.262 = fcmp nsz contract ogt <16 x float> %.18, splat (float 1.000000e+00)
  %.263 = select <16 x i1> %.262, <16 x float> %.258, <16 x float> %.102
  %.264 = call <16 x float> @llvm.copysign.v16f32(<16 x float> %.263, <16 x float> %arg.x)
  store <16 x float> %.264, ptr %retptr, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.sine_and_cosine(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.5 = alloca [2 x <16 x float>], align 64
  store <16 x float> zeroinitializer, ptr %.5, align 64
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.5, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  store <16 x float> zeroinitializer, ptr %.5, align 64
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.5, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep2, align 64
  %.9 = call i32 @_3clocals_3e.turned(ptr nonnull %.5, ptr nonnull %excinfo.1, <16 x float> %arg.x)
  %.19.fca.0.load = load <16 x float>, ptr %.5, align 64
  %.19.fca.1.gep = getelementptr inbounds nuw i8, ptr %.5, i64 64
  %.19.fca.1.load = load <16 x float>, ptr %.19.fca.1.gep, align 64
  switch i32 %.9, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.17 = icmp sgt i32 %.9, 0
  %.10 = load ptr, ptr %excinfo.1, align 8
  %.18 = select i1 %.17, ptr %.10, ptr undef
  store ptr %.18, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.9, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.33 = fmul contract <16 x float> %.19.fca.1.load, %.19.fca.1.load
  %.34 = fmul contract <16 x float> %.19.fca.0.load, %.19.fca.1.load
  %.85 = fmul contract <16 x float> %.33, splat (float 0xBC6267DF00000000)
  %.86 = fadd contract <16 x float> %.85, splat (float 0x3CE94FE800000000)
  %.87 = fmul contract <16 x float> %.86, %.33
  %.88 = fadd contract <16 x float> %.87, splat (float 0xBD6AE7EBA0000000)
  %.89 = fmul contract <16 x float> %.88, %.33
  %.90 = fadd contract <16 x float> %.89, splat (float 0x3DE6124600000000)
  %.91 = fmul contract <16 x float> %.90, %.33
  %.92 = fadd contract <16 x float> %.91, splat (float 0xBE5AE64560000000)
  %.93 = fmul contract <16 x float> %.92, %.33
  %.94 = fadd contract <16 x float> %.93, splat (float 0x3EC71DE3A0000000)
  %.95 = fmul contract <16 x float> %.94, %.33
  %.96 = fadd contract <16 x float> %.95, splat (float 0xBF2A01A020000000)
  %.97 = fmul contract <16 x float> %.96, %.33
  %.98 = fadd contract <16 x float> %.97, splat (float 0x3F81111120000000)
  %.99 = fmul contract <16 x float> %.98, %.33
  %.100 = fadd contract <16 x float> %.99, splat (float 0xBFC5555560000000)
  %.101 = fmul contract <16 x float> %.100, %.33
  %.102 = fadd contract <16 x float> %.101, splat (float 1.000000e+00)
  %.103 = fmul contract <16 x float> %.34, %.102
  %.154 = fmul contract <16 x float> %.33, splat (float 0xBCA5CA0040000000)
  %.155 = fadd contract <16 x float> %.154, splat (float 0x3D2AE43060000000)
  %.156 = fmul contract <16 x float> %.155, %.33
  %.157 = fadd contract <16 x float> %.156, splat (float 0xBDA93969C0000000)
  %.158 = fmul contract <16 x float> %.157, %.33
  %.159 = fadd contract <16 x float> %.158, splat (float 0x3E21EED8E0000000)
  %.160 = fmul contract <16 x float> %.159, %.33
  %.161 = fadd contract <16 x float> %.160, splat (float 0xBE927E4FC0000000)
  %.162 = fmul contract <16 x float> %.161, %.33
  %.163 = fadd contract <16 x float> %.162, splat (float 0x3EFA01A020000000)
  %.164 = fmul contract <16 x float> %.163, %.33
  %.165 = fadd contract <16 x float> %.164, splat (float 0xBF56C16C20000000)
  %.166 = fmul contract <16 x float> %.165, %.33
  %.167 = fadd contract <16 x float> %.166, splat (float 0x3FA5555560000000)
  %.168 = fmul contract <16 x float> %.167, %.33
  %.169 = fadd contract <16 x float> %.168, splat (float -5.000000e-01)
  %.170 = fmul contract <16 x float> %.169, %.33
  %.171 = fadd contract <16 x float> %.170, splat (float 1.000000e+00)
  %.172 = fmul contract <16 x float> %.19.fca.0.load, %.171
  store <16 x float> %.103, ptr %retptr, align 64
  %retptr.repack3 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.172, ptr %retptr.repack3, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._softplus(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.a, double %arg.first) #0 {
entry:
  %.31 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.31, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.57 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.57, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.91 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.91, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.6 = fptrunc double %arg.first to float
  %.7 = insertelement <16 x float> poison, float %.6, i64 0
  %.8 = shufflevector <16 x float> %.7, <16 x float> poison, <16 x i32> zeroinitializer
  %.9 = fmul contract <16 x float> %arg.a, %.8
  %.13 = fcmp nsz contract ogt <16 x float> %arg.a, zeroinitializer
  %.17 = fcmp nsz contract ole <16 x float> %arg.a, zeroinitializer
  %.21 = select <16 x i1> %.17, <16 x float> zeroinitializer, <16 x float> %arg.a
  %.22 = select <16 x i1> %.13, <16 x float> %arg.a, <16 x float> %.21
  %.26 = fcmp nsz contract ogt <16 x float> %.9, splat (float 2.000000e+01)
  %.29 = call <16 x float> @llvm.fabs.v16f32(<16 x float> %.9)
  %.30 = fneg <16 x float> %.29
  store <16 x float> zeroinitializer, ptr %.31, align 64
  %.35 = call i32 @functions.exp(ptr nonnull %.31, ptr nonnull %excinfo.1, <16 x float> %.30)
  %.45 = load <16 x float>, ptr %.31, align 64
  switch i32 %.35, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.43 = icmp sgt i32 %.35, 0
  %.36 = load ptr, ptr %excinfo.1, align 8
  %.44 = select i1 %.43, ptr %.36, ptr undef
  store ptr %.44, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  store <16 x float> zeroinitializer, ptr %.57, align 64
  %.61 = call i32 @functions.log_of_1_plus(ptr nonnull %.57, ptr nonnull %excinfo.2, <16 x float> %.45)
  %.71 = load <16 x float>, ptr %.57, align 64
  switch i32 %.61, label %B0.endif.if [
    i32 -2, label %B0.endif.endif
    i32 0, label %B0.endif.endif
  ], !prof !0

common.ret:                                       ; preds = %B0.endif.endif.endif, %B0.endif.endif.if, %B0.endif.if, %B0.if
  %common.ret.op = phi i32 [ %.61, %B0.endif.if ], [ %.35, %B0.if ], [ 0, %B0.endif.endif.endif ], [ %.95, %B0.endif.endif.if ]
  ret i32 %common.ret.op

B0.endif.if:                                      ; preds = %B0.endif
  %.69 = icmp sgt i32 %.61, 0
  %.62 = load ptr, ptr %excinfo.2, align 8
  %.70 = select i1 %.69, ptr %.62, ptr undef
  store ptr %.70, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif:                                   ; preds = %B0.endif, %B0.endif
  %.81 = fptrunc double %arg.first to float
  %.82 = insertelement <16 x float> poison, float %.81, i64 0
  %.83 = shufflevector <16 x float> %.82, <16 x float> poison, <16 x i32> zeroinitializer
  %.84 = fdiv contract <16 x float> %.71, %.83
  %.85 = fadd contract <16 x float> %.22, %.84
  %.86 = select <16 x i1> %.26, <16 x float> %arg.a, <16 x float> %.85
  store <16 x float> zeroinitializer, ptr %.91, align 64
  %.95 = call i32 @functions.sigmoid(ptr nonnull %.91, ptr nonnull %excinfo.3, <16 x float> %.9)
  %.105 = load <16 x float>, ptr %.91, align 64
  switch i32 %.95, label %B0.endif.endif.if [
    i32 -2, label %B0.endif.endif.endif
    i32 0, label %B0.endif.endif.endif
  ], !prof !0

B0.endif.endif.if:                                ; preds = %B0.endif.endif
  %.103 = icmp sgt i32 %.95, 0
  %.96 = load ptr, ptr %excinfo.3, align 8
  %.104 = select i1 %.103, ptr %.96, ptr undef
  store ptr %.104, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif:                             ; preds = %B0.endif.endif, %B0.endif.endif
  %.115 = select <16 x i1> %.26, <16 x float> splat (float 1.000000e+00), <16 x float> %.105
  store <16 x float> %.86, ptr %retptr, align 64
  %retptr.repack3 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.115, ptr %retptr.repack3, align 64
  br label %common.ret
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <16 x float> @llvm.fabs.v16f32(<16 x float>) #2

; Function Attrs: alwaysinline
define internal i32 @functions.log_of_1_plus(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.8 = fadd contract <16 x float> %arg.x, splat (float 2.000000e+00)
  %.9 = fdiv contract <16 x float> %arg.x, %.8
  %.10 = fmul contract <16 x float> %.9, %.9
  %.66 = fmul contract <16 x float> %.10, splat (float 0x3FC5D10820000000)
  %.67 = fadd contract <16 x float> %.66, splat (float 0x3FB54F8C80000000)
  %.68 = fmul contract <16 x float> %.67, %.10
  %.69 = fadd contract <16 x float> %.68, splat (float 0x3FBF008520000000)
  %.70 = fmul contract <16 x float> %.69, %.10
  %.71 = fadd contract <16 x float> %.70, splat (float 0x3FC1064440000000)
  %.72 = fmul contract <16 x float> %.71, %.10
  %.73 = fadd contract <16 x float> %.72, splat (float 0x3FC3B1E2C0000000)
  %.74 = fmul contract <16 x float> %.73, %.10
  %.75 = fadd contract <16 x float> %.74, splat (float 0x3FC745CB00000000)
  %.76 = fmul contract <16 x float> %.75, %.10
  %.77 = fadd contract <16 x float> %.76, splat (float 0x3FCC71C740000000)
  %.78 = fmul contract <16 x float> %.77, %.10
  %.79 = fadd contract <16 x float> %.78, splat (float 0x3FD24924A0000000)
  %.80 = fmul contract <16 x float> %.79, %.10
  %.81 = fadd contract <16 x float> %.80, splat (float 0x3FD99999A0000000)
  %.82 = fmul contract <16 x float> %.81, %.10
  %.83 = fadd contract <16 x float> %.82, splat (float 0x3FE5555560000000)
  %.84 = fmul contract <16 x float> %.83, %.10
  %.85 = fadd contract <16 x float> %.84, splat (float 2.000000e+00)
  %.86 = fmul contract <16 x float> %.9, %.85
  store <16 x float> %.86, ptr %retptr, align 64
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @_3clocals_3e.turned(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
entry:
  %.8 = fmul contract <16 x float> %arg.x, splat (float 0x3FD45F3060000000)
  %.12 = fadd contract <16 x float> %.8, splat (float 0x4168000000000000)
  %.16 = fadd contract <16 x float> %.12, splat (float 0xC168000000000000)
  %.20 = fmul contract <16 x float> %.16, splat (float 0x4009200000000000)
  %.21 = fsub contract <16 x float> %arg.x, %.20
  %.25 = fmul contract <16 x float> %.16, splat (float 0x3F4FB40000000000)
  %.26 = fsub contract <16 x float> %.21, %.25
  %.30 = fmul contract <16 x float> %.16, splat (float 0x3E84442D20000000)
  %.31 = fsub contract <16 x float> %.26, %.30
  %.35 = fcmp contract ogt <16 x float> %.31, splat (float 0x3FF9226800000000)
  %.43 = fcmp contract olt <16 x float> %.31, splat (float 0xBFF9226800000000)
  %.48 = select <16 x i1> %.43, <16 x float> splat (float 0xBFF9226800000000), <16 x float> %.31
  %.49 = select <16 x i1> %.35, <16 x float> splat (float 0x3FF9226800000000), <16 x float> %.48
  %.53 = fmul contract <16 x float> %.16, splat (float 5.000000e-01)
  %.57 = fadd contract <16 x float> %.53, splat (float 0x4168000000000000)
  %.61 = fadd contract <16 x float> %.57, splat (float 0xC168000000000000)
  %.65 = fmul contract <16 x float> %.61, splat (float 2.000000e+00)
  %.66 = fsub contract <16 x float> %.16, %.65
  %.67 = call <16 x float> @llvm.fabs.v16f32(<16 x float> %.66)
  %.72 = fmul contract <16 x float> %.67, splat (float -2.000000e+00)
  %.76 = fadd contract <16 x float> %.72, splat (float 1.000000e+00)
  store <16 x float> %.76, ptr %retptr, align 64
  %retptr.repack1 = getelementptr inbounds nuw i8, ptr %retptr, i64 64
  store <16 x float> %.49, ptr %retptr.repack1, align 64
  ret i32 0
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <16 x float> @llvm.copysign.v16f32(<16 x float>, <16 x float>) #2

; Function Attrs: alwaysinline
define internal i32 @looking.clear(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width, i64 %arg.count) #0 {
entry:
  %.44 = alloca i64, align 8
  store i64 0, ptr %.44, align 8
  %.47 = alloca i64, align 8
  store i64 0, ptr %.47, align 8
  store i64 %arg.row, ptr %.44, align 8
  %.58 = icmp slt i64 %arg.count, 1
  %storemerge = select i1 %.58, i64 0, i64 %arg.count
  store i64 %storemerge, ptr %.47, align 8
  br label %B42

B42:                                              ; preds = %B42.if, %entry
  %.101 = load i64, ptr %.47, align 8
  %.102 = icmp sgt i64 %.101, 0
  br i1 %.102, label %B42.if, label %B194

B194:                                             ; preds = %B42
  store ptr null, ptr %retptr, align 8
  ret i32 0

B42.if:                                           ; preds = %B42
  %.108 = load i64, ptr %.44, align 8
  %.111 = add nsw i64 %.101, -1
  store i64 %.111, ptr %.47, align 8
  %.115 = add i64 %.108, 1
  store i64 %.115, ptr %.44, align 8
  %0 = add nsw i64 %.108, 1
  %1 = mul nsw i64 %0, %arg.width
  %2 = getelementptr float, ptr %arg.work.4, i64 %1
  %.168 = getelementptr i8, ptr %2, i64 -64
  store <16 x float> zeroinitializer, ptr %.168, align 4
  br label %B42
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64) #2

attributes #0 = { alwaysinline }
attributes #1 = { noinline }
attributes #2 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!"branch_weights", i32 1, i32 49, i32 49}
