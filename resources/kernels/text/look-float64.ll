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
  %.429 = shl i64 %.420, 3
  %.431 = inttoptr i64 %.391 to ptr
  %.439 = mul nsw i64 %.148, %.420
  %.485 = getelementptr i8, ptr %.13, i64 96
  %.486 = load i64, ptr %.485, align 8
  %.514 = getelementptr i8, ptr %.13, i64 40
  %.515 = load i64, ptr %.514, align 8
  %.526 = shl i64 %.515, 3
  %.529 = inttoptr i64 %.486 to ptr
  %.587 = getelementptr i8, ptr %.13, i64 104
  %.588 = load i64, ptr %.587, align 8
  %.616 = getelementptr i8, ptr %.13, i64 48
  %.617 = load i64, ptr %.616, align 8
  %.626 = shl i64 %.148, 3
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
  %.1023 = getelementptr double, ptr %.198, i64 %.1021
  %.1076 = icmp slt i64 %.829, 0
  %.1077 = select i1 %.1076, i64 %.61, i64 0
  %.1078 = add i64 %.829, %.1077
  %.1100 = mul i64 %.148, %.515
  %.1102 = mul i64 %.1078, %.1100
  %.1104 = getelementptr double, ptr %.529, i64 %.1102
  %.1121 = mul nsw i64 %.148, %.515
  store ptr null, ptr %.1142, align 8
  %.1170 = call i32 @looking._answer(ptr nonnull %.1142, ptr nonnull %excinfo.1, ptr null, ptr null, i64 %.712, i64 8, ptr %.719, i64 %.712, i64 8, ptr null, ptr null, i64 %.90, i64 8, ptr %.1023, i64 %.90, i64 8, ptr null, ptr null, i64 %.275, i64 8, ptr %.267, i64 %.119, i64 14, i64 112, i64 8, ptr null, ptr null, i64 %.344, i64 8, ptr %.336, i64 %.119, i64 2, i64 16, i64 8, ptr null, ptr null, i64 %.439, i64 8, ptr %.431, i64 %.148, i64 %.420, i64 %.429, i64 8, ptr null, ptr null, i64 %.1121, i64 8, ptr %.1104, i64 %.148, i64 %.515, i64 %.526, i64 8, ptr null, ptr null, i64 %.636, i64 8, ptr %.628, i64 %.617, i64 %.148, i64 %.626, i64 8, i64 %.950)
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
  %1 = getelementptr double, ptr %arg.work.4, i64 %.634
  %.643 = getelementptr double, ptr %1, i64 %.600
  %.644 = load double, ptr %.643, align 8
  %.646 = add nsw i64 %arg.first, %.600
  %.670 = icmp slt i64 %.479, 0
  %.671 = select i1 %.670, i64 %arg.rows.5.0, i64 0
  %.672 = add i64 %.479, %.671
  %.673 = icmp slt i64 %.646, 0
  %.674 = select i1 %.673, i64 %arg.rows.5.1, i64 0
  %.692 = mul i64 %.672, %arg.rows.5.1
  %2 = getelementptr double, ptr %arg.rows.4, i64 %.692
  %3 = getelementptr double, ptr %2, i64 %.646
  %.696 = getelementptr double, ptr %3, i64 %.674
  store double %.644, ptr %.696, align 8
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
  %0 = getelementptr double, ptr %arg.x.4, i64 %.367
  %.369 = getelementptr double, ptr %0, i64 %.185
  %.370 = load double, ptr %.369, align 8
  %1 = getelementptr double, ptr %arg.work.4, i64 %.224
  %.378 = getelementptr double, ptr %1, i64 %.314
  store double %.370, ptr %.378, align 8
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
  %1 = getelementptr double, ptr %arg.work.4, i64 %.380
  %.389 = getelementptr double, ptr %1, i64 %.275
  %.390 = load double, ptr %.389, align 8
  %.408 = mul i64 %.308, %arg.outputs.5.1
  %2 = getelementptr double, ptr %arg.outputs.4, i64 %.408
  %.410 = getelementptr double, ptr %2, i64 %.154
  store double %.390, ptr %.410, align 8
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
  %.141 = alloca i64, align 8
  store i64 0, ptr %.141, align 8
  %.144 = alloca i64, align 8
  store i64 0, ptr %.144, align 8
  %.323 = alloca i64, align 8
  store i64 0, ptr %.323, align 8
  %.326 = alloca i64, align 8
  store i64 0, ptr %.326, align 8
  %.456 = alloca i64, align 8
  store i64 0, ptr %.456, align 8
  %.459 = alloca i64, align 8
  store i64 0, ptr %.459, align 8
  %.699 = alloca i64, align 8
  store i64 0, ptr %.699, align 8
  %.702 = alloca i64, align 8
  store i64 0, ptr %.702, align 8
  %.842 = alloca i64, align 8
  store i64 0, ptr %.842, align 8
  %.845 = alloca i64, align 8
  store i64 0, ptr %.845, align 8
  %.969 = alloca i64, align 8
  store i64 0, ptr %.969, align 8
  %.972 = alloca i64, align 8
  store i64 0, ptr %.972, align 8
  %.82.1 = and i64 %arg.count, 1
  %.113 = sub nsw i64 %arg.count, %.82.1
  store i64 0, ptr %.141, align 8
  %.155 = icmp slt i64 %.113, 1
  %.172 = and i64 %.113, 1
  %.176429 = lshr i64 %.113, 1
  %.178 = add nuw nsw i64 %.176429, %.172
  %storemerge = select i1 %.155, i64 0, i64 %.178
  store i64 %storemerge, ptr %.144, align 8
  br label %B148

B148:                                             ; preds = %B394, %entry
  %.199 = load i64, ptr %.144, align 8
  %.200 = icmp sgt i64 %.199, 0
  br i1 %.200, label %B150.if, label %B812

B230:                                             ; preds = %B150.if
  %0 = getelementptr double, ptr %arg.flat.4, i64 %arg.bias
  %.262 = getelementptr double, ptr %0, i64 %.206
  %.263 = load double, ptr %.262, align 8
  %1 = getelementptr double, ptr %arg.flat.4, i64 %arg.bias
  %2 = getelementptr double, ptr %1, i64 %.206
  %.275 = getelementptr i8, ptr %2, i64 8
  %.276 = load double, ptr %.275, align 8
  br label %B312

B312:                                             ; preds = %B150.if, %B230
  %other_bias.2.1 = phi double [ %.276, %B230 ], [ 0.000000e+00, %B150.if ]
  %one_bias.2.1 = phi double [ %.263, %B230 ], [ 0.000000e+00, %B150.if ]
  %.284 = mul nsw i64 %.206, %arg.inputs
  %.288 = add nsw i64 %.206, 1
  %.290 = mul nsw i64 %.288, %arg.inputs
  store i64 0, ptr %.323, align 8
  store i64 1, ptr %.326, align 8
  br label %B394

B394:                                             ; preds = %B696, %B312
  %.378 = load i64, ptr %.326, align 8
  %.379 = icmp sgt i64 %.378, 0
  br i1 %.379, label %B394.if, label %B148

B488:                                             ; preds = %B488.if, %B394.if
  %other.2.2 = phi <16 x double> [ %.425, %B394.if ], [ %.599, %B488.if ]
  %one.4.2 = phi <16 x double> [ %.422, %B394.if ], [ %.581, %B488.if ]
  %.511 = load i64, ptr %.459, align 8
  %.512 = icmp sgt i64 %.511, 0
  br i1 %.512, label %B488.if, label %B696

B696:                                             ; preds = %B488
  %3 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %.idx434 = shl i64 %.206, 7
  %4 = getelementptr i8, ptr %3, i64 %.idx434
  %.622 = getelementptr double, ptr %4, i64 %.385
  store <16 x double> %one.4.2, ptr %.622, align 8
  %5 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %.idx435 = shl i64 %.206, 7
  %6 = getelementptr i8, ptr %5, i64 %.idx435
  %7 = getelementptr i8, ptr %6, i64 128
  %.645 = getelementptr double, ptr %7, i64 %.385
  store <16 x double> %other.2.2, ptr %.645, align 8
  br label %B394

B812:                                             ; preds = %B148
  store i64 %.113, ptr %.699, align 8
  %.713 = icmp slt i64 %.82.1, 1
  %storemerge430 = select i1 %.713, i64 0, i64 %.82.1
  store i64 %storemerge430, ptr %.702, align 8
  br label %B844

B844:                                             ; preds = %B974, %B812
  %.754 = load i64, ptr %.702, align 8
  %.755 = icmp sgt i64 %.754, 0
  br i1 %.755, label %B844.if, label %B1234

B892:                                             ; preds = %B844.if
  %8 = getelementptr double, ptr %arg.flat.4, i64 %arg.bias
  %.813 = getelementptr double, ptr %8, i64 %.761
  %.814 = load double, ptr %.813, align 8
  br label %B930

B930:                                             ; preds = %B844.if, %B892
  %alone.2.1 = phi double [ %.814, %B892 ], [ 0.000000e+00, %B844.if ]
  store i64 0, ptr %.842, align 8
  store i64 1, ptr %.845, align 8
  br label %B974

B974:                                             ; preds = %B1178, %B930
  %.897 = load i64, ptr %.845, align 8
  %.898 = icmp sgt i64 %.897, 0
  br i1 %.898, label %B974.if, label %B844

B1038:                                            ; preds = %B1038.if, %B974.if
  %one.5.2 = phi <16 x double> [ %.941, %B974.if ], [ %.1098, %B1038.if ]
  %.1024 = load i64, ptr %.972, align 8
  %.1025 = icmp sgt i64 %.1024, 0
  br i1 %.1025, label %B1038.if, label %B1178

B1178:                                            ; preds = %B1038
  %9 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %.idx = shl i64 %.761, 7
  %10 = getelementptr i8, ptr %9, i64 %.idx
  %.1123 = getelementptr double, ptr %10, i64 %.904
  store <16 x double> %one.5.2, ptr %.1123, align 8
  br label %B974

B1234:                                            ; preds = %B844
  store ptr null, ptr %retptr, align 8
  ret i32 0

B150.if:                                          ; preds = %B148
  %.206 = load i64, ptr %.141, align 8
  %.209 = add nsw i64 %.199, -1
  store i64 %.209, ptr %.144, align 8
  %.213 = add i64 %.206, 2
  store i64 %.213, ptr %.141, align 8
  %.250 = icmp sgt i64 %arg.bias, -1
  br i1 %.250, label %B230, label %B312

B394.if:                                          ; preds = %B394
  %.385 = load i64, ptr %.323, align 8
  %.388 = add nsw i64 %.378, -1
  store i64 %.388, ptr %.326, align 8
  %.392 = add i64 %.385, 16
  store i64 %.392, ptr %.323, align 8
  %.421 = insertelement <16 x double> poison, double %one_bias.2.1, i64 0
  %.422 = shufflevector <16 x double> %.421, <16 x double> poison, <16 x i32> zeroinitializer
  %.424 = insertelement <16 x double> poison, double %other_bias.2.1, i64 0
  %.425 = shufflevector <16 x double> %.424, <16 x double> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.456, align 8
  %.470 = icmp slt i64 %arg.inputs, 1
  %storemerge433 = select i1 %.470, i64 0, i64 %arg.inputs
  store i64 %storemerge433, ptr %.459, align 8
  br label %B488

B488.if:                                          ; preds = %B488
  %.518 = load i64, ptr %.456, align 8
  %.521 = add nsw i64 %.511, -1
  store i64 %.521, ptr %.459, align 8
  %.525 = add i64 %.518, 1
  store i64 %.525, ptr %.456, align 8
  %11 = getelementptr double, ptr %arg.work.4, i64 %arg.entry
  %.idx436 = shl i64 %.518, 7
  %12 = getelementptr i8, ptr %11, i64 %.idx436
  %.563 = getelementptr double, ptr %12, i64 %.385
  %.565 = load <16 x double>, ptr %.563, align 8
  %13 = getelementptr double, ptr %arg.flat.4, i64 %arg.weight
  %14 = getelementptr double, ptr %13, i64 %.284
  %.575 = getelementptr double, ptr %14, i64 %.518
  %.576 = load double, ptr %.575, align 8
  %.577 = insertelement <16 x double> poison, double %.576, i64 0
  %.578 = shufflevector <16 x double> %.577, <16 x double> poison, <16 x i32> zeroinitializer
  %.579 = fmul contract <16 x double> %.565, %.578
  %.581 = fadd contract <16 x double> %one.4.2, %.579
  %15 = getelementptr double, ptr %arg.flat.4, i64 %arg.weight
  %16 = getelementptr double, ptr %15, i64 %.290
  %.593 = getelementptr double, ptr %16, i64 %.518
  %.594 = load double, ptr %.593, align 8
  %.595 = insertelement <16 x double> poison, double %.594, i64 0
  %.596 = shufflevector <16 x double> %.595, <16 x double> poison, <16 x i32> zeroinitializer
  %.597 = fmul contract <16 x double> %.565, %.596
  %.599 = fadd contract <16 x double> %other.2.2, %.597
  br label %B488

B844.if:                                          ; preds = %B844
  %.761 = load i64, ptr %.699, align 8
  %.764 = add nsw i64 %.754, -1
  store i64 %.764, ptr %.702, align 8
  %.768 = add i64 %.761, 1
  store i64 %.768, ptr %.699, align 8
  %.801 = icmp sgt i64 %arg.bias, -1
  br i1 %.801, label %B892, label %B930

B974.if:                                          ; preds = %B974
  %.904 = load i64, ptr %.842, align 8
  %.907 = add nsw i64 %.897, -1
  store i64 %.907, ptr %.845, align 8
  %.911 = add i64 %.904, 16
  store i64 %.911, ptr %.842, align 8
  %.940 = insertelement <16 x double> poison, double %alone.2.1, i64 0
  %.941 = shufflevector <16 x double> %.940, <16 x double> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.969, align 8
  %.983 = icmp slt i64 %arg.inputs, 1
  %storemerge431 = select i1 %.983, i64 0, i64 %arg.inputs
  store i64 %storemerge431, ptr %.972, align 8
  br label %B1038

B1038.if:                                         ; preds = %B1038
  %.1031 = load i64, ptr %.969, align 8
  %.1034 = add nsw i64 %.1024, -1
  store i64 %.1034, ptr %.972, align 8
  %.1038 = add i64 %.1031, 1
  store i64 %.1038, ptr %.969, align 8
  %17 = getelementptr double, ptr %arg.work.4, i64 %arg.entry
  %.idx432 = shl i64 %.1031, 7
  %18 = getelementptr i8, ptr %17, i64 %.idx432
  %.1076 = getelementptr double, ptr %18, i64 %.904
  %.1078 = load <16 x double>, ptr %.1076, align 8
  %.1081 = mul nsw i64 %.761, %arg.inputs
  %19 = getelementptr double, ptr %arg.flat.4, i64 %arg.weight
  %20 = getelementptr double, ptr %19, i64 %.1081
  %.1092 = getelementptr double, ptr %20, i64 %.1031
  %.1093 = load double, ptr %.1092, align 8
  %.1094 = insertelement <16 x double> poison, double %.1093, i64 0
  %.1095 = shufflevector <16 x double> %.1094, <16 x double> poison, <16 x i32> zeroinitializer
  %.1096 = fmul contract <16 x double> %.1078, %.1095
  %.1098 = fadd contract <16 x double> %one.5.2, %.1096
  br label %B1038
}

; Function Attrs: alwaysinline
define internal i32 @passes.weigh.1(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.entry, i64 %arg.sums, i64 %arg.weight, i64 %arg.bias, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.141 = alloca i64, align 8
  store i64 0, ptr %.141, align 8
  %.144 = alloca i64, align 8
  store i64 0, ptr %.144, align 8
  %.323 = alloca i64, align 8
  store i64 0, ptr %.323, align 8
  %.326 = alloca i64, align 8
  store i64 0, ptr %.326, align 8
  %.456 = alloca i64, align 8
  store i64 0, ptr %.456, align 8
  %.459 = alloca i64, align 8
  store i64 0, ptr %.459, align 8
  %.699 = alloca i64, align 8
  store i64 0, ptr %.699, align 8
  %.702 = alloca i64, align 8
  store i64 0, ptr %.702, align 8
  %.842 = alloca i64, align 8
  store i64 0, ptr %.842, align 8
  %.845 = alloca i64, align 8
  store i64 0, ptr %.845, align 8
  %.969 = alloca i64, align 8
  store i64 0, ptr %.969, align 8
  %.972 = alloca i64, align 8
  store i64 0, ptr %.972, align 8
  %.82.1 = and i64 %arg.count, 1
  %.113 = sub nsw i64 %arg.count, %.82.1
  store i64 0, ptr %.141, align 8
  %.155 = icmp slt i64 %.113, 1
  %.172 = and i64 %.113, 1
  %.176429 = lshr i64 %.113, 1
  %.178 = add nuw nsw i64 %.176429, %.172
  %storemerge = select i1 %.155, i64 0, i64 %.178
  store i64 %storemerge, ptr %.144, align 8
  br label %B148

B148:                                             ; preds = %B394, %entry
  %.199 = load i64, ptr %.144, align 8
  %.200 = icmp sgt i64 %.199, 0
  br i1 %.200, label %B150.if, label %B812

B230:                                             ; preds = %B150.if
  %0 = getelementptr double, ptr %arg.flat.4, i64 %arg.bias
  %.262 = getelementptr double, ptr %0, i64 %.206
  %.263 = load double, ptr %.262, align 8
  %1 = getelementptr double, ptr %arg.flat.4, i64 %arg.bias
  %2 = getelementptr double, ptr %1, i64 %.206
  %.275 = getelementptr i8, ptr %2, i64 8
  %.276 = load double, ptr %.275, align 8
  br label %B312

B312:                                             ; preds = %B150.if, %B230
  %other_bias.2.1 = phi double [ %.276, %B230 ], [ 0.000000e+00, %B150.if ]
  %one_bias.2.1 = phi double [ %.263, %B230 ], [ 0.000000e+00, %B150.if ]
  %.284 = mul nsw i64 %.206, %arg.inputs
  %.288 = add nsw i64 %.206, 1
  %.290 = mul nsw i64 %.288, %arg.inputs
  store i64 0, ptr %.323, align 8
  %.337 = icmp slt i64 %arg.width, 1
  %3 = add nuw i64 %arg.width, 15
  %.358 = lshr i64 %3, 4
  %storemerge435 = select i1 %.337, i64 0, i64 %.358
  store i64 %storemerge435, ptr %.326, align 8
  br label %B394

B394:                                             ; preds = %B696, %B312
  %.378 = load i64, ptr %.326, align 8
  %.379 = icmp sgt i64 %.378, 0
  br i1 %.379, label %B394.if, label %B148

B488:                                             ; preds = %B488.if, %B394.if
  %other.2.2 = phi <16 x double> [ %.425, %B394.if ], [ %.599, %B488.if ]
  %one.4.2 = phi <16 x double> [ %.422, %B394.if ], [ %.581, %B488.if ]
  %.511 = load i64, ptr %.459, align 8
  %.512 = icmp sgt i64 %.511, 0
  br i1 %.512, label %B488.if, label %B696

B696:                                             ; preds = %B488
  %.609 = mul nsw i64 %.206, %arg.width
  %4 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %5 = getelementptr double, ptr %4, i64 %.609
  %.622 = getelementptr double, ptr %5, i64 %.385
  store <16 x double> %one.4.2, ptr %.622, align 8
  %.628 = add nsw i64 %.206, 1
  %.630 = mul nsw i64 %.628, %arg.width
  %6 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %7 = getelementptr double, ptr %6, i64 %.630
  %.645 = getelementptr double, ptr %7, i64 %.385
  store <16 x double> %other.2.2, ptr %.645, align 8
  br label %B394

B812:                                             ; preds = %B148
  store i64 %.113, ptr %.699, align 8
  %.713 = icmp slt i64 %.82.1, 1
  %storemerge430 = select i1 %.713, i64 0, i64 %.82.1
  store i64 %storemerge430, ptr %.702, align 8
  br label %B844

B844:                                             ; preds = %B974, %B812
  %.754 = load i64, ptr %.702, align 8
  %.755 = icmp sgt i64 %.754, 0
  br i1 %.755, label %B844.if, label %B1234

B892:                                             ; preds = %B844.if
  %8 = getelementptr double, ptr %arg.flat.4, i64 %arg.bias
  %.813 = getelementptr double, ptr %8, i64 %.761
  %.814 = load double, ptr %.813, align 8
  br label %B930

B930:                                             ; preds = %B844.if, %B892
  %alone.2.1 = phi double [ %.814, %B892 ], [ 0.000000e+00, %B844.if ]
  store i64 0, ptr %.842, align 8
  %.856 = icmp slt i64 %arg.width, 1
  %9 = add nuw i64 %arg.width, 15
  %.877 = lshr i64 %9, 4
  %storemerge432 = select i1 %.856, i64 0, i64 %.877
  store i64 %storemerge432, ptr %.845, align 8
  br label %B974

B974:                                             ; preds = %B1178, %B930
  %.897 = load i64, ptr %.845, align 8
  %.898 = icmp sgt i64 %.897, 0
  br i1 %.898, label %B974.if, label %B844

B1038:                                            ; preds = %B1038.if, %B974.if
  %one.5.2 = phi <16 x double> [ %.941, %B974.if ], [ %.1098, %B1038.if ]
  %.1024 = load i64, ptr %.972, align 8
  %.1025 = icmp sgt i64 %.1024, 0
  br i1 %.1025, label %B1038.if, label %B1178

B1178:                                            ; preds = %B1038
  %.1108 = mul nsw i64 %.761, %arg.width
  %10 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %11 = getelementptr double, ptr %10, i64 %.1108
  %.1123 = getelementptr double, ptr %11, i64 %.904
  store <16 x double> %one.5.2, ptr %.1123, align 8
  br label %B974

B1234:                                            ; preds = %B844
  store ptr null, ptr %retptr, align 8
  ret i32 0

B150.if:                                          ; preds = %B148
  %.206 = load i64, ptr %.141, align 8
  %.209 = add nsw i64 %.199, -1
  store i64 %.209, ptr %.144, align 8
  %.213 = add i64 %.206, 2
  store i64 %.213, ptr %.141, align 8
  %.250 = icmp sgt i64 %arg.bias, -1
  br i1 %.250, label %B230, label %B312

B394.if:                                          ; preds = %B394
  %.385 = load i64, ptr %.323, align 8
  %.388 = add nsw i64 %.378, -1
  store i64 %.388, ptr %.326, align 8
  %.392 = add i64 %.385, 16
  store i64 %.392, ptr %.323, align 8
  %.421 = insertelement <16 x double> poison, double %one_bias.2.1, i64 0
  %.422 = shufflevector <16 x double> %.421, <16 x double> poison, <16 x i32> zeroinitializer
  %.424 = insertelement <16 x double> poison, double %other_bias.2.1, i64 0
  %.425 = shufflevector <16 x double> %.424, <16 x double> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.456, align 8
  %.470 = icmp slt i64 %arg.inputs, 1
  %storemerge436 = select i1 %.470, i64 0, i64 %arg.inputs
  store i64 %storemerge436, ptr %.459, align 8
  br label %B488

B488.if:                                          ; preds = %B488
  %.518 = load i64, ptr %.456, align 8
  %.521 = add nsw i64 %.511, -1
  store i64 %.521, ptr %.459, align 8
  %.525 = add i64 %.518, 1
  store i64 %.525, ptr %.456, align 8
  %.551 = mul nsw i64 %.518, %arg.width
  %12 = getelementptr double, ptr %arg.work.4, i64 %arg.entry
  %13 = getelementptr double, ptr %12, i64 %.551
  %.563 = getelementptr double, ptr %13, i64 %.385
  %.565 = load <16 x double>, ptr %.563, align 8
  %14 = getelementptr double, ptr %arg.flat.4, i64 %arg.weight
  %15 = getelementptr double, ptr %14, i64 %.284
  %.575 = getelementptr double, ptr %15, i64 %.518
  %.576 = load double, ptr %.575, align 8
  %.577 = insertelement <16 x double> poison, double %.576, i64 0
  %.578 = shufflevector <16 x double> %.577, <16 x double> poison, <16 x i32> zeroinitializer
  %.579 = fmul contract <16 x double> %.565, %.578
  %.581 = fadd contract <16 x double> %one.4.2, %.579
  %16 = getelementptr double, ptr %arg.flat.4, i64 %arg.weight
  %17 = getelementptr double, ptr %16, i64 %.290
  %.593 = getelementptr double, ptr %17, i64 %.518
  %.594 = load double, ptr %.593, align 8
  %.595 = insertelement <16 x double> poison, double %.594, i64 0
  %.596 = shufflevector <16 x double> %.595, <16 x double> poison, <16 x i32> zeroinitializer
  %.597 = fmul contract <16 x double> %.565, %.596
  %.599 = fadd contract <16 x double> %other.2.2, %.597
  br label %B488

B844.if:                                          ; preds = %B844
  %.761 = load i64, ptr %.699, align 8
  %.764 = add nsw i64 %.754, -1
  store i64 %.764, ptr %.702, align 8
  %.768 = add i64 %.761, 1
  store i64 %.768, ptr %.699, align 8
  %.801 = icmp sgt i64 %arg.bias, -1
  br i1 %.801, label %B892, label %B930

B974.if:                                          ; preds = %B974
  %.904 = load i64, ptr %.842, align 8
  %.907 = add nsw i64 %.897, -1
  store i64 %.907, ptr %.845, align 8
  %.911 = add i64 %.904, 16
  store i64 %.911, ptr %.842, align 8
  %.940 = insertelement <16 x double> poison, double %alone.2.1, i64 0
  %.941 = shufflevector <16 x double> %.940, <16 x double> poison, <16 x i32> zeroinitializer
  store i64 0, ptr %.969, align 8
  %.983 = icmp slt i64 %arg.inputs, 1
  %storemerge433 = select i1 %.983, i64 0, i64 %arg.inputs
  store i64 %storemerge433, ptr %.972, align 8
  br label %B1038

B1038.if:                                         ; preds = %B1038
  %.1031 = load i64, ptr %.969, align 8
  %.1034 = add nsw i64 %.1024, -1
  store i64 %.1034, ptr %.972, align 8
  %.1038 = add i64 %.1031, 1
  store i64 %.1038, ptr %.969, align 8
  %.1064 = mul nsw i64 %.1031, %arg.width
  %18 = getelementptr double, ptr %arg.work.4, i64 %arg.entry
  %19 = getelementptr double, ptr %18, i64 %.1064
  %.1076 = getelementptr double, ptr %19, i64 %.904
  %.1078 = load <16 x double>, ptr %.1076, align 8
  %.1081 = mul nsw i64 %.761, %arg.inputs
  %20 = getelementptr double, ptr %arg.flat.4, i64 %arg.weight
  %21 = getelementptr double, ptr %20, i64 %.1081
  %.1092 = getelementptr double, ptr %21, i64 %.1031
  %.1093 = load double, ptr %.1092, align 8
  %.1094 = insertelement <16 x double> poison, double %.1093, i64 0
  %.1095 = shufflevector <16 x double> %.1094, <16 x double> poison, <16 x i32> zeroinitializer
  %.1096 = fmul contract <16 x double> %.1078, %.1095
  %.1098 = fadd contract <16 x double> %one.5.2, %.1096
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
  %.605 = alloca i64, align 8
  store i64 0, ptr %.605, align 8
  %.608 = alloca i64, align 8
  store i64 0, ptr %.608, align 8
  %.719 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.719, align 128
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.719, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep, align 128
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
  %common.ret.op = phi i32 [ 0, %B560 ], [ 0, %B780 ], [ 0, %B26.endif ], [ %.168, %B96.if ], [ 0, %B96.endif ], [ %.97, %B26.if ], [ %.723, %B616.if ]
  ret i32 %common.ret.op

B560:                                             ; preds = %B190
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B564:                                             ; preds = %entry
  %.577 = mul nsw i64 %arg.units, %arg.width
  store i64 0, ptr %.605, align 8
  %.619 = icmp slt i64 %.577, 1
  %0 = add nuw i64 %.577, 15
  %.640 = lshr i64 %0, 4
  %storemerge409 = select i1 %.619, i64 0, i64 %.640
  store i64 %storemerge409, ptr %.608, align 8
  br label %B614

B614:                                             ; preds = %B616.endif, %B564
  %.660 = load i64, ptr %.608, align 8
  %.661 = icmp sgt i64 %.660, 0
  br i1 %.661, label %B614.if, label %B780

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
  %1 = getelementptr double, ptr %arg.flat.4, i64 %arg.learned
  %.338 = getelementptr double, ptr %1, i64 %.297
  %.339 = load double, ptr %.338, align 8
  %.340 = insertelement <16 x double> poison, double %.339, i64 0
  %.341 = shufflevector <16 x double> %.340, <16 x double> poison, <16 x i32> zeroinitializer
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
  %3 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %.480 = getelementptr double, ptr %3, i64 %.435
  %.482 = load <16 x double>, ptr %.480, align 8
  %.492 = fcmp nsz contract ogt <16 x double> %.482, zeroinitializer
  %.495 = fmul contract <16 x double> %.482, %.341
  %.497 = select <16 x i1> %.492, <16 x double> %.482, <16 x double> %.495
  %4 = getelementptr double, ptr %arg.work.4, i64 %arg.values
  %.505 = getelementptr double, ptr %4, i64 %.435
  store <16 x double> %.497, ptr %.505, align 8
  br label %B320

B614.if:                                          ; preds = %B614
  %.667 = load i64, ptr %.605, align 8
  %.670 = add nsw i64 %.660, -1
  store i64 %.670, ptr %.608, align 8
  %.674 = add i64 %.667, 16
  store i64 %.674, ptr %.605, align 8
  %5 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %.713 = getelementptr double, ptr %5, i64 %.667
  %.715 = load <16 x double>, ptr %.713, align 8
  store <16 x double> zeroinitializer, ptr %.719, align 128
  %.fca.1.gep19 = getelementptr inbounds nuw i8, ptr %.719, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep19, align 128
  %.723 = call i32 @activations._bent(ptr nonnull %.719, ptr nonnull %excinfo.3, i64 %arg.code, <16 x double> %.715, double %arg.first, double %arg.second)
  %.733.fca.0.load = load <16 x double>, ptr %.719, align 128
  switch i32 %.723, label %B616.if [
    i32 -2, label %B616.endif
    i32 0, label %B616.endif
  ], !prof !0

B616.if:                                          ; preds = %B614.if
  %.731 = icmp sgt i32 %.723, 0
  %.724 = load ptr, ptr %excinfo.3, align 8
  %.732 = select i1 %.731, ptr %.724, ptr undef
  store ptr %.732, ptr %excinfo, align 8
  br label %common.ret

B616.endif:                                       ; preds = %B614.if, %B614.if
  %6 = getelementptr double, ptr %arg.work.4, i64 %arg.values
  %.758 = getelementptr double, ptr %6, i64 %.667
  store <16 x double> %.733.fca.0.load, ptr %.758, align 8
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
  %best.2.2 = phi <16 x double> [ %.310, %B86.if ], [ %.449, %B182.if ]
  %.393 = load i64, ptr %.341, align 8
  %.394 = icmp sgt i64 %.393, 0
  br i1 %.394, label %B182.if, label %B274

B274:                                             ; preds = %B182
  %.459 = mul nsw i64 %.131, %arg.width
  %0 = getelementptr double, ptr %arg.work.4, i64 %arg.values
  %1 = getelementptr double, ptr %0, i64 %.459
  %.472 = getelementptr double, ptr %1, i64 %.253
  store <16 x double> %best.2.2, ptr %.472, align 8
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
  %.308 = getelementptr inbounds double, ptr %arg.work.4, i64 %.296
  %.310 = load <16 x double>, ptr %.308, align 8
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
  %4 = getelementptr double, ptr %arg.work.4, i64 %.296
  %.443 = getelementptr double, ptr %4, i64 %3
  %.445 = load <16 x double>, ptr %.443, align 8
  %.447 = fcmp nsz contract ole <16 x double> %.445, %best.2.2
  %.449 = select <16 x i1> %.447, <16 x double> %best.2.2, <16 x double> %.445
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
  %.342 = alloca i64, align 8
  store i64 0, ptr %.342, align 8
  %.345 = alloca i64, align 8
  store i64 0, ptr %.345, align 8
  %.455 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.455, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.530 = alloca i64, align 8
  store i64 0, ptr %.530, align 8
  %.533 = alloca i64, align 8
  store i64 0, ptr %.533, align 8
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
  %top.2.1 = phi <16 x double> [ %.163, %B50.if ], [ %.304, %B124.if ]
  %.246 = load i64, ptr %.194, align 8
  %.247 = icmp sgt i64 %.246, 0
  br i1 %.247, label %B124.if, label %B222

B222:                                             ; preds = %B124
  store i64 0, ptr %.342, align 8
  %.356 = icmp slt i64 %arg.units, 1
  %storemerge244 = select i1 %.356, i64 0, i64 %arg.units
  store i64 %storemerge244, ptr %.345, align 8
  br label %B284

B284:                                             ; preds = %B286.endif, %B222
  %whole.2.1 = phi <16 x double> [ zeroinitializer, %B222 ], [ %.496, %B286.endif ]
  %.397 = load i64, ptr %.345, align 8
  %.398 = icmp sgt i64 %.397, 0
  br i1 %.398, label %B284.if, label %B434

B434:                                             ; preds = %B284
  store i64 0, ptr %.530, align 8
  %.544 = icmp slt i64 %arg.units, 1
  %storemerge245 = select i1 %.544, i64 0, i64 %arg.units
  store i64 %storemerge245, ptr %.533, align 8
  br label %B464

B464:                                             ; preds = %B464.if, %B434
  %.585 = load i64, ptr %.533, align 8
  %.586 = icmp sgt i64 %.585, 0
  br i1 %.586, label %B464.if, label %B48

common.ret:                                       ; preds = %B286.if, %B578
  %common.ret.op = phi i32 [ 0, %B578 ], [ %.459, %B286.if ]
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
  %1 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %.161 = getelementptr double, ptr %1, i64 %.116
  %.163 = load <16 x double>, ptr %.161, align 8
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
  %3 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %4 = getelementptr double, ptr %3, i64 %2
  %.298 = getelementptr double, ptr %4, i64 %.116
  %.300 = load <16 x double>, ptr %.298, align 8
  %.302 = fcmp nsz contract ole <16 x double> %.300, %top.2.1
  %.304 = select <16 x i1> %.302, <16 x double> %top.2.1, <16 x double> %.300
  br label %B124

B284.if:                                          ; preds = %B284
  %.404 = load i64, ptr %.342, align 8
  %.407 = add nsw i64 %.397, -1
  store i64 %.407, ptr %.345, align 8
  %.411 = add i64 %.404, 1
  store i64 %.411, ptr %.342, align 8
  %5 = mul nsw i64 %.404, %arg.width
  %6 = getelementptr double, ptr %arg.work.4, i64 %arg.sums
  %7 = getelementptr double, ptr %6, i64 %5
  %.450 = getelementptr double, ptr %7, i64 %.116
  %.452 = load <16 x double>, ptr %.450, align 8
  %.454 = fsub contract <16 x double> %.452, %top.2.1
  store <16 x double> zeroinitializer, ptr %.455, align 128
  %.459 = call i32 @functions.exp(ptr nonnull %.455, ptr nonnull %excinfo.1, <16 x double> %.454)
  %.469 = load <16 x double>, ptr %.455, align 128
  switch i32 %.459, label %B286.if [
    i32 -2, label %B286.endif
    i32 0, label %B286.endif
  ], !prof !0

B286.if:                                          ; preds = %B284.if
  %.467 = icmp sgt i32 %.459, 0
  %.460 = load ptr, ptr %excinfo.1, align 8
  %.468 = select i1 %.467, ptr %.460, ptr undef
  store ptr %.468, ptr %excinfo, align 8
  br label %common.ret

B286.endif:                                       ; preds = %B284.if, %B284.if
  %8 = getelementptr double, ptr %arg.work.4, i64 %arg.values
  %9 = getelementptr double, ptr %8, i64 %5
  %.492 = getelementptr double, ptr %9, i64 %.116
  store <16 x double> %.469, ptr %.492, align 8
  %.496 = fadd contract <16 x double> %whole.2.1, %.469
  br label %B284

B464.if:                                          ; preds = %B464
  %.592 = load i64, ptr %.530, align 8
  %.595 = add nsw i64 %.585, -1
  store i64 %.595, ptr %.533, align 8
  %.599 = add i64 %.592, 1
  store i64 %.599, ptr %.530, align 8
  %10 = mul nsw i64 %.592, %arg.width
  %11 = getelementptr double, ptr %arg.work.4, i64 %arg.values
  %12 = getelementptr double, ptr %11, i64 %10
  %.643 = getelementptr double, ptr %12, i64 %.116
  %.645 = load <16 x double>, ptr %.643, align 8
  %.647 = fdiv contract <16 x double> %.645, %whole.2.1
  %13 = getelementptr double, ptr %arg.work.4, i64 %arg.values
  %14 = getelementptr double, ptr %13, i64 %10
  %.655 = getelementptr double, ptr %14, i64 %.116
  store <16 x double> %.647, ptr %.655, align 8
  br label %B464
}

; Function Attrs: alwaysinline
define internal i32 @activations._bent(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x double> %arg.a, double %arg.first, double %arg.second) #0 {
entry:
  %.27 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.27, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.74 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.74, align 128
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.167 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.167, align 128
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.218 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.218, align 128
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.268 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.268, align 128
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.318 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.318, align 128
  %.fca.1.gep8 = getelementptr inbounds nuw i8, ptr %.318, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep8, align 128
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.353 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.353, align 128
  %.fca.1.gep4 = getelementptr inbounds nuw i8, ptr %.353, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep4, align 128
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.390 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.390, align 128
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.390, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep, align 128
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
  store <16 x double> zeroinitializer, ptr %.27, align 128
  %.31 = call i32 @functions.tanh(ptr nonnull %.27, ptr nonnull %excinfo.1, <16 x double> %arg.a)
  %.41 = load <16 x double>, ptr %.27, align 128
  switch i32 %.31, label %B26.if [
    i32 -2, label %B26.endif
    i32 0, label %B26.endif
  ], !prof !0

B98:                                              ; preds = %entry
  store <16 x double> zeroinitializer, ptr %.74, align 128
  %.78 = call i32 @functions.sigmoid(ptr nonnull %.74, ptr nonnull %excinfo.2, <16 x double> %arg.a)
  %.88 = load <16 x double>, ptr %.74, align 128
  switch i32 %.78, label %B98.if [
    i32 -2, label %B98.endif
    i32 0, label %B98.endif
  ], !prof !0

common.ret:                                       ; preds = %B848.endif, %B848.if, %B814.endif, %B814.if, %B762.endif, %B762.if, %B672.endif, %B672.if, %B382.endif.endif, %B382.endif.if, %B382.if, %B98.endif, %B98.if, %B26.endif, %B26.if, %B192
  %common.ret.op = phi i32 [ 0, %B192 ], [ 0, %B26.endif ], [ %.357, %B814.if ], [ 0, %B98.endif ], [ %.31, %B26.if ], [ %.78, %B98.if ], [ 0, %B382.endif.endif ], [ %.171, %B382.if ], [ 0, %B672.endif ], [ %.222, %B382.endif.if ], [ 0, %B762.endif ], [ %.272, %B672.if ], [ 0, %B814.endif ], [ %.322, %B762.if ], [ 0, %B848.endif ], [ %.394, %B848.if ]
  ret i32 %common.ret.op

B192:                                             ; preds = %entry, %entry
  %.121 = fcmp nsz contract ole <16 x double> %arg.a, zeroinitializer
  %.124 = insertelement <16 x double> poison, double %arg.first, i64 0
  %.125 = shufflevector <16 x double> %.124, <16 x double> poison, <16 x i32> zeroinitializer
  %.126 = fmul contract <16 x double> %arg.a, %.125
  %.128 = select <16 x i1> %.121, <16 x double> %.126, <16 x double> %arg.a
  %.132 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.138 = insertelement <16 x double> poison, double %arg.first, i64 0
  %.139 = shufflevector <16 x double> %.138, <16 x double> poison, <16 x i32> zeroinitializer
  %.144 = select <16 x i1> %.132, <16 x double> splat (double 1.000000e+00), <16 x double> %.139
  store <16 x double> %.128, ptr %retptr, align 128
  %retptr.repack70 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.144, ptr %retptr.repack70, align 128
  br label %common.ret

B382:                                             ; preds = %entry, %entry
  %.160 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.165 = select <16 x i1> %.160, <16 x double> zeroinitializer, <16 x double> %arg.a
  store <16 x double> zeroinitializer, ptr %.167, align 128
  %.171 = call i32 @functions.exp_minus_1(ptr nonnull %.167, ptr nonnull %excinfo.3, <16 x double> %.165)
  %.181 = load <16 x double>, ptr %.167, align 128
  switch i32 %.171, label %B382.if [
    i32 -2, label %B382.endif
    i32 0, label %B382.endif
  ], !prof !0

B672:                                             ; preds = %entry
  store <16 x double> zeroinitializer, ptr %.268, align 128
  %.272 = call i32 @functions.sigmoid(ptr nonnull %.268, ptr nonnull %excinfo.5, <16 x double> %arg.a)
  %.282 = load <16 x double>, ptr %.268, align 128
  switch i32 %.272, label %B672.if [
    i32 -2, label %B672.endif
    i32 0, label %B672.endif
  ], !prof !0

B762:                                             ; preds = %entry
  store <16 x double> zeroinitializer, ptr %.318, align 128
  %.fca.1.gep10 = getelementptr inbounds nuw i8, ptr %.318, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep10, align 128
  %.322 = call i32 @activations._mish(ptr nonnull %.318, ptr nonnull %excinfo.6, <16 x double> %arg.a)
  %.332.fca.0.load = load <16 x double>, ptr %.318, align 128
  %.332.fca.1.gep = getelementptr inbounds nuw i8, ptr %.318, i64 128
  %.332.fca.1.load = load <16 x double>, ptr %.332.fca.1.gep, align 128
  switch i32 %.322, label %B762.if [
    i32 -2, label %B762.endif
    i32 0, label %B762.endif
  ], !prof !0

B792:                                             ; preds = %entry
  %.347 = icmp sgt i64 %arg.code, 13
  br i1 %.347, label %B814, label %B848

B814:                                             ; preds = %B792
  store <16 x double> zeroinitializer, ptr %.353, align 128
  %.fca.1.gep6 = getelementptr inbounds nuw i8, ptr %.353, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep6, align 128
  %.357 = call i32 @activations._series(ptr nonnull %.353, ptr nonnull %excinfo.7, i64 %arg.code, <16 x double> %arg.a, double %arg.first)
  %.367.fca.0.load = load <16 x double>, ptr %.353, align 128
  %.367.fca.1.gep = getelementptr inbounds nuw i8, ptr %.353, i64 128
  %.367.fca.1.load = load <16 x double>, ptr %.367.fca.1.gep, align 128
  switch i32 %.357, label %B814.if [
    i32 -2, label %B814.endif
    i32 0, label %B814.endif
  ], !prof !0

B848:                                             ; preds = %B792
  store <16 x double> zeroinitializer, ptr %.390, align 128
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.390, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep2, align 128
  %.394 = call i32 @activations._straight(ptr nonnull %.390, ptr nonnull %excinfo.8, i64 %arg.code, <16 x double> %arg.a)
  %.404.fca.0.load = load <16 x double>, ptr %.390, align 128
  %.404.fca.1.gep = getelementptr inbounds nuw i8, ptr %.390, i64 128
  %.404.fca.1.load = load <16 x double>, ptr %.404.fca.1.gep, align 128
  switch i32 %.394, label %B848.if [
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
  %.55 = fmul contract <16 x double> %.41, %.41
  %.58 = fsub contract <16 x double> splat (double 1.000000e+00), %.55
  store <16 x double> %.41, ptr %retptr, align 128
  %retptr.repack74 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.58, ptr %retptr.repack74, align 128
  br label %common.ret

B98.if:                                           ; preds = %B98
  %.86 = icmp sgt i32 %.78, 0
  %.79 = load ptr, ptr %excinfo.2, align 8
  %.87 = select i1 %.86, ptr %.79, ptr undef
  store ptr %.87, ptr %excinfo, align 8
  br label %common.ret

B98.endif:                                        ; preds = %B98, %B98
  %.102 = fsub contract <16 x double> splat (double 1.000000e+00), %.88
  %.103 = fmul contract <16 x double> %.102, %.88
  store <16 x double> %.88, ptr %retptr, align 128
  %retptr.repack72 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.103, ptr %retptr.repack72, align 128
  br label %common.ret

B382.if:                                          ; preds = %B382
  %.179 = icmp sgt i32 %.171, 0
  %.172 = load ptr, ptr %excinfo.3, align 8
  %.180 = select i1 %.179, ptr %.172, ptr undef
  store ptr %.180, ptr %excinfo, align 8
  br label %common.ret

B382.endif:                                       ; preds = %B382, %B382
  %.194 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.197 = insertelement <16 x double> poison, double %arg.second, i64 0
  %.198 = shufflevector <16 x double> %.197, <16 x double> poison, <16 x i32> zeroinitializer
  %.199 = fmul contract <16 x double> %arg.a, %.198
  %.202 = fmul nsz contract double %arg.first, %arg.second
  %.203 = insertelement <16 x double> poison, double %.202, i64 0
  %.204 = shufflevector <16 x double> %.203, <16 x double> poison, <16 x i32> zeroinitializer
  %.205 = fmul contract <16 x double> %.181, %.204
  %.206 = select <16 x i1> %.194, <16 x double> %.199, <16 x double> %.205
  %.210 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.213 = insertelement <16 x double> poison, double %arg.second, i64 0
  %.214 = shufflevector <16 x double> %.213, <16 x double> poison, <16 x i32> zeroinitializer
  store <16 x double> zeroinitializer, ptr %.218, align 128
  %.222 = call i32 @functions.exp(ptr nonnull %.218, ptr nonnull %excinfo.4, <16 x double> %.165)
  %.232 = load <16 x double>, ptr %.218, align 128
  switch i32 %.222, label %B382.endif.if [
    i32 -2, label %B382.endif.endif
    i32 0, label %B382.endif.endif
  ], !prof !0

B382.endif.if:                                    ; preds = %B382.endif
  %.230 = icmp sgt i32 %.222, 0
  %.223 = load ptr, ptr %excinfo.4, align 8
  %.231 = select i1 %.230, ptr %.223, ptr undef
  store ptr %.231, ptr %excinfo, align 8
  br label %common.ret

B382.endif.endif:                                 ; preds = %B382.endif, %B382.endif
  %.244 = fmul nsz contract double %arg.first, %arg.second
  %.249 = insertelement <16 x double> poison, double %.244, i64 0
  %.250 = shufflevector <16 x double> %.249, <16 x double> poison, <16 x i32> zeroinitializer
  %.251 = fmul contract <16 x double> %.232, %.250
  %.252 = select <16 x i1> %.210, <16 x double> %.214, <16 x double> %.251
  store <16 x double> %.206, ptr %retptr, align 128
  %retptr.repack68 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.252, ptr %retptr.repack68, align 128
  br label %common.ret

B672.if:                                          ; preds = %B672
  %.280 = icmp sgt i32 %.272, 0
  %.273 = load ptr, ptr %excinfo.5, align 8
  %.281 = select i1 %.280, ptr %.273, ptr undef
  store ptr %.281, ptr %excinfo, align 8
  br label %common.ret

B672.endif:                                       ; preds = %B672, %B672
  %.293 = fmul contract <16 x double> %arg.a, %.282
  %.296 = fsub contract <16 x double> splat (double 1.000000e+00), %.282
  %.298 = fmul contract <16 x double> %arg.a, %.296
  %.303 = fadd contract <16 x double> %.298, splat (double 1.000000e+00)
  %.304 = fmul contract <16 x double> %.282, %.303
  store <16 x double> %.293, ptr %retptr, align 128
  %retptr.repack66 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.304, ptr %retptr.repack66, align 128
  br label %common.ret

B762.if:                                          ; preds = %B762
  %.330 = icmp sgt i32 %.322, 0
  %.323 = load ptr, ptr %excinfo.6, align 8
  %.331 = select i1 %.330, ptr %.323, ptr undef
  store ptr %.331, ptr %excinfo, align 8
  br label %common.ret

B762.endif:                                       ; preds = %B762, %B762
  store <16 x double> %.332.fca.0.load, ptr %retptr, align 128
  %retptr.repack64 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.332.fca.1.load, ptr %retptr.repack64, align 128
  br label %common.ret

B814.if:                                          ; preds = %B814
  %.365 = icmp sgt i32 %.357, 0
  %.358 = load ptr, ptr %excinfo.7, align 8
  %.366 = select i1 %.365, ptr %.358, ptr undef
  store ptr %.366, ptr %excinfo, align 8
  br label %common.ret

B814.endif:                                       ; preds = %B814, %B814
  store <16 x double> %.367.fca.0.load, ptr %retptr, align 128
  %retptr.repack78 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.367.fca.1.load, ptr %retptr.repack78, align 128
  br label %common.ret

B848.if:                                          ; preds = %B848
  %.402 = icmp sgt i32 %.394, 0
  %.395 = load ptr, ptr %excinfo.8, align 8
  %.403 = select i1 %.402, ptr %.395, ptr undef
  store ptr %.403, ptr %excinfo, align 8
  br label %common.ret

B848.endif:                                       ; preds = %B848, %B848
  store <16 x double> %.404.fca.0.load, ptr %retptr, align 128
  %retptr.repack76 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.404.fca.1.load, ptr %retptr.repack76, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.tanh(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.11 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.11, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.6 = call <16 x double> @llvm.fabs.v16f64(<16 x double> %arg.x)
  %.10 = fmul contract <16 x double> %.6, splat (double -2.000000e+00)
  store <16 x double> zeroinitializer, ptr %.11, align 128
  %.15 = call i32 @functions.exp_minus_1(ptr nonnull %.11, ptr nonnull %excinfo.1, <16 x double> %.10)
  %.25 = load <16 x double>, ptr %.11, align 128
  switch i32 %.15, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.23 = icmp sgt i32 %.15, 0
  %.16 = load ptr, ptr %excinfo.1, align 8
  %.24 = select i1 %.23, ptr %.16, ptr undef
  store ptr %.24, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.15, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.39 = fadd contract <16 x double> %.25, splat (double 2.000000e+00)
  %.40 = fdiv contract <16 x double> %.25, %.39
  %.41 = call <16 x double> @llvm.copysign.v16f64(<16 x double> %.40, <16 x double> %arg.x)
  store <16 x double> %.41, ptr %retptr, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.sigmoid(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.8 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.8, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.6 = call <16 x double> @llvm.fabs.v16f64(<16 x double> %arg.x)
  %.7 = fneg <16 x double> %.6
  store <16 x double> zeroinitializer, ptr %.8, align 128
  %.12 = call i32 @functions.exp(ptr nonnull %.8, ptr nonnull %excinfo.1, <16 x double> %.7)
  %.22 = load <16 x double>, ptr %.8, align 128
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
  %.36 = fadd contract <16 x double> %.22, splat (double 1.000000e+00)
  %.39 = fdiv contract <16 x double> splat (double 1.000000e+00), %.36
  %.42 = fcmp nsz contract olt <16 x double> %arg.x, zeroinitializer
  %.43 = fmul contract <16 x double> %.22, %.39
  %.44 = select <16 x i1> %.42, <16 x double> %.43, <16 x double> %.39
  store <16 x double> %.44, ptr %retptr, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.exp_minus_1(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.11 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.11, align 128
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.11, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.7 = fcmp nsz contract olt <16 x double> %arg.x, splat (double -8.000000e+01)
  %.10 = select <16 x i1> %.7, <16 x double> splat (double -8.000000e+01), <16 x double> %arg.x
  store <16 x double> zeroinitializer, ptr %.11, align 128
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.11, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep2, align 128
  %.15 = call i32 @functions._reduced_64(ptr nonnull %.11, ptr nonnull %excinfo.1, <16 x double> %.10)
  %.25.fca.0.load = load <16 x double>, ptr %.11, align 128
  %.25.fca.1.gep = getelementptr inbounds nuw i8, ptr %.11, i64 128
  %.25.fca.1.load = load <16 x double>, ptr %.25.fca.1.gep, align 128
  switch i32 %.15, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.23 = icmp sgt i32 %.15, 0
  %.16 = load ptr, ptr %excinfo.1, align 8
  %.24 = select i1 %.23, ptr %.16, ptr undef
  store ptr %.24, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.15, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.39 = fmul contract <16 x double> %.25.fca.0.load, %.25.fca.1.load
  %.42 = fadd contract <16 x double> %.25.fca.0.load, splat (double -1.000000e+00)
  %.43 = fadd contract <16 x double> %.39, %.42
  store <16 x double> %.43, ptr %retptr, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._mish(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.a) #0 {
entry:
  %.8 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.8, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.65 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.65, align 128
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.6 = call <16 x double> @llvm.fabs.v16f64(<16 x double> %arg.a)
  %.7 = fneg <16 x double> %.6
  store <16 x double> zeroinitializer, ptr %.8, align 128
  %.12 = call i32 @functions.exp(ptr nonnull %.8, ptr nonnull %excinfo.1, <16 x double> %.7)
  %.22 = load <16 x double>, ptr %.8, align 128
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
  %.36 = fmul contract <16 x double> %.22, splat (double 2.000000e+00)
  %.39 = fadd contract <16 x double> %.36, splat (double 1.000000e+00)
  %.42 = fadd contract <16 x double> %.22, splat (double 2.000000e+00)
  %.43 = fmul contract <16 x double> %.22, %.42
  %.46 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.47 = fmul contract <16 x double> %.22, %.22
  %.50 = fmul contract <16 x double> %.47, splat (double 2.000000e+00)
  %.51 = fadd contract <16 x double> %.39, %.50
  %.52 = fdiv contract <16 x double> %.39, %.51
  %.55 = fadd contract <16 x double> %.43, splat (double 2.000000e+00)
  %.56 = fdiv contract <16 x double> %.43, %.55
  %.57 = select <16 x i1> %.46, <16 x double> %.52, <16 x double> %.56
  %.58 = fmul contract <16 x double> %arg.a, %.57
  %.59 = fmul contract <16 x double> %.57, %.57
  %.62 = fsub contract <16 x double> splat (double 1.000000e+00), %.59
  %.63 = fmul contract <16 x double> %arg.a, %.62
  store <16 x double> zeroinitializer, ptr %.65, align 128
  %.69 = call i32 @functions.sigmoid(ptr nonnull %.65, ptr nonnull %excinfo.2, <16 x double> %arg.a)
  %.79 = load <16 x double>, ptr %.65, align 128
  switch i32 %.69, label %B0.endif.if [
    i32 -2, label %B0.endif.endif
    i32 0, label %B0.endif.endif
  ], !prof !0

common.ret:                                       ; preds = %B0.endif.endif, %B0.endif.if, %B0.if
  %common.ret.op = phi i32 [ %.12, %B0.if ], [ 0, %B0.endif.endif ], [ %.69, %B0.endif.if ]
  ret i32 %common.ret.op

B0.endif.if:                                      ; preds = %B0.endif
  %.77 = icmp sgt i32 %.69, 0
  %.70 = load ptr, ptr %excinfo.2, align 8
  %.78 = select i1 %.77, ptr %.70, ptr undef
  store ptr %.78, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif:                                   ; preds = %B0.endif, %B0.endif
  %.89 = fmul contract <16 x double> %.63, %.79
  %.90 = fadd contract <16 x double> %.57, %.89
  store <16 x double> %.58, ptr %retptr, align 128
  %retptr.repack2 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.90, ptr %retptr.repack2, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._series(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x double> %arg.a, double %arg.first) #0 {
entry:
  %.34 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.34, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.114 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.114, align 128
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.153 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.153, align 128
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.202 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.202, align 128
  %.fca.1.gep4 = getelementptr inbounds nuw i8, ptr %.202, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep4, align 128
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.241 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.241, align 128
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.241, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep, align 128
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  switch i64 %arg.code, label %B468 [
    i64 14, label %B26
    i64 15, label %B252
    i64 17, label %B412
  ]

B26:                                              ; preds = %entry
  %.23 = fmul contract <16 x double> %arg.a, %arg.a
  %.25 = fmul contract <16 x double> %.23, %arg.a
  %.28 = fmul contract <16 x double> %.25, splat (double 4.471500e-02)
  %.30 = fadd contract <16 x double> %arg.a, %.28
  %.33 = fmul contract <16 x double> %.30, splat (double 0x3FE9884533D43651)
  store <16 x double> zeroinitializer, ptr %.34, align 128
  %.38 = call i32 @functions.tanh(ptr nonnull %.34, ptr nonnull %excinfo.1, <16 x double> %.33)
  %.48 = load <16 x double>, ptr %.34, align 128
  switch i32 %.38, label %B26.if [
    i32 -2, label %B26.endif
    i32 0, label %B26.endif
  ], !prof !0

B252:                                             ; preds = %entry
  %.113 = fmul contract <16 x double> %arg.a, splat (double 0x3FE6A09E667F3BCD)
  store <16 x double> zeroinitializer, ptr %.114, align 128
  %.118 = call i32 @functions.erf(ptr nonnull %.114, ptr nonnull %excinfo.2, <16 x double> %.113)
  %.128 = load <16 x double>, ptr %.114, align 128
  switch i32 %.118, label %B252.if [
    i32 -2, label %B252.endif
    i32 0, label %B252.endif
  ], !prof !0

B412:                                             ; preds = %entry
  %.197 = insertelement <16 x double> poison, double %arg.first, i64 0
  %.198 = shufflevector <16 x double> %.197, <16 x double> poison, <16 x i32> zeroinitializer
  %.199 = fmul contract <16 x double> %arg.a, %.198
  store <16 x double> zeroinitializer, ptr %.202, align 128
  %.fca.1.gep6 = getelementptr inbounds nuw i8, ptr %.202, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep6, align 128
  %.206 = call i32 @functions.sine_and_cosine(ptr nonnull %.202, ptr nonnull %excinfo.4, <16 x double> %.199)
  %.216.fca.0.load = load <16 x double>, ptr %.202, align 128
  %.216.fca.1.gep = getelementptr inbounds nuw i8, ptr %.202, i64 128
  %.216.fca.1.load = load <16 x double>, ptr %.216.fca.1.gep, align 128
  switch i32 %.206, label %B412.if [
    i32 -2, label %B412.endif
    i32 0, label %B412.endif
  ], !prof !0

B468:                                             ; preds = %entry
  store <16 x double> zeroinitializer, ptr %.241, align 128
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.241, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep2, align 128
  %.245 = call i32 @activations._softplus(ptr nonnull %.241, ptr nonnull %excinfo.5, <16 x double> %arg.a, double %arg.first)
  %.255.fca.0.load = load <16 x double>, ptr %.241, align 128
  %.255.fca.1.gep = getelementptr inbounds nuw i8, ptr %.241, i64 128
  %.255.fca.1.load = load <16 x double>, ptr %.255.fca.1.gep, align 128
  switch i32 %.245, label %B468.if [
    i32 -2, label %B468.endif
    i32 0, label %B468.endif
  ], !prof !0

B26.if:                                           ; preds = %B26
  %.46 = icmp sgt i32 %.38, 0
  %.39 = load ptr, ptr %excinfo.1, align 8
  %.47 = select i1 %.46, ptr %.39, ptr undef
  store ptr %.47, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B468.endif, %B468.if, %B412.endif, %B412.if, %B252.endif.endif, %B252.endif.if, %B252.if, %B26.endif, %B26.if
  %common.ret.op = phi i32 [ 0, %B26.endif ], [ %.206, %B412.if ], [ %.38, %B26.if ], [ 0, %B252.endif.endif ], [ %.118, %B252.if ], [ 0, %B412.endif ], [ %.157, %B252.endif.if ], [ 0, %B468.endif ], [ %.245, %B468.if ]
  ret i32 %common.ret.op

B26.endif:                                        ; preds = %B26, %B26
  %.62 = fadd contract <16 x double> %.48, splat (double 1.000000e+00)
  %.64 = fmul contract <16 x double> %arg.a, %.62
  %.67 = fmul contract <16 x double> %.64, splat (double 5.000000e-01)
  %.70 = fadd contract <16 x double> %.48, splat (double 1.000000e+00)
  %.73 = fmul contract <16 x double> %.70, splat (double 5.000000e-01)
  %.74 = fmul contract <16 x double> %.48, %.48
  %.77 = fsub contract <16 x double> splat (double 1.000000e+00), %.74
  %.79 = fmul contract <16 x double> %arg.a, %.77
  %.82 = fmul contract <16 x double> %arg.a, %arg.a
  %.88 = fmul contract <16 x double> %.82, splat (double 1.341450e-01)
  %.91 = fadd contract <16 x double> %.88, splat (double 1.000000e+00)
  %.92 = fmul contract <16 x double> %.79, %.91
  %.96 = fmul contract <16 x double> %.92, splat (double 0x3FD9884533D43651)
  %.97 = fadd contract <16 x double> %.73, %.96
  store <16 x double> %.67, ptr %retptr, align 128
  %retptr.repack38 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.97, ptr %retptr.repack38, align 128
  br label %common.ret

B252.if:                                          ; preds = %B252
  %.126 = icmp sgt i32 %.118, 0
  %.119 = load ptr, ptr %excinfo.2, align 8
  %.127 = select i1 %.126, ptr %.119, ptr undef
  store ptr %.127, ptr %excinfo, align 8
  br label %common.ret

B252.endif:                                       ; preds = %B252, %B252
  %.140 = fadd contract <16 x double> %.128, splat (double 1.000000e+00)
  %.143 = fmul contract <16 x double> %.140, splat (double 5.000000e-01)
  %.145 = fmul contract <16 x double> %arg.a, %.143
  %.149 = fmul contract <16 x double> %arg.a, %arg.a
  %.152 = fmul contract <16 x double> %.149, splat (double -5.000000e-01)
  store <16 x double> zeroinitializer, ptr %.153, align 128
  %.157 = call i32 @functions.exp(ptr nonnull %.153, ptr nonnull %excinfo.3, <16 x double> %.152)
  %.167 = load <16 x double>, ptr %.153, align 128
  switch i32 %.157, label %B252.endif.if [
    i32 -2, label %B252.endif.endif
    i32 0, label %B252.endif.endif
  ], !prof !0

B252.endif.if:                                    ; preds = %B252.endif
  %.165 = icmp sgt i32 %.157, 0
  %.158 = load ptr, ptr %excinfo.3, align 8
  %.166 = select i1 %.165, ptr %.158, ptr undef
  store ptr %.166, ptr %excinfo, align 8
  br label %common.ret

B252.endif.endif:                                 ; preds = %B252.endif, %B252.endif
  %.178 = fmul contract <16 x double> %arg.a, %.167
  %.183 = fmul contract <16 x double> %.178, splat (double 0x3FD9884533D43651)
  %.184 = fadd contract <16 x double> %.143, %.183
  store <16 x double> %.145, ptr %retptr, align 128
  %retptr.repack36 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.184, ptr %retptr.repack36, align 128
  br label %common.ret

B412.if:                                          ; preds = %B412
  %.214 = icmp sgt i32 %.206, 0
  %.207 = load ptr, ptr %excinfo.4, align 8
  %.215 = select i1 %.214, ptr %.207, ptr undef
  store ptr %.215, ptr %excinfo, align 8
  br label %common.ret

B412.endif:                                       ; preds = %B412, %B412
  %.229 = insertelement <16 x double> poison, double %arg.first, i64 0
  %.230 = shufflevector <16 x double> %.229, <16 x double> poison, <16 x i32> zeroinitializer
  %.231 = fmul contract <16 x double> %.216.fca.1.load, %.230
  store <16 x double> %.216.fca.0.load, ptr %retptr, align 128
  %retptr.repack34 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.231, ptr %retptr.repack34, align 128
  br label %common.ret

B468.if:                                          ; preds = %B468
  %.253 = icmp sgt i32 %.245, 0
  %.246 = load ptr, ptr %excinfo.5, align 8
  %.254 = select i1 %.253, ptr %.246, ptr undef
  store ptr %.254, ptr %excinfo, align 8
  br label %common.ret

B468.endif:                                       ; preds = %B468, %B468
  store <16 x double> %.255.fca.0.load, ptr %retptr, align 128
  %retptr.repack40 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.255.fca.1.load, ptr %retptr.repack40, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._straight(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x double> %arg.a) #0 {
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
  %.30 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.35 = select <16 x i1> %.30, <16 x double> splat (double 1.000000e+00), <16 x double> zeroinitializer
  store <16 x double> %.35, ptr %retptr, align 128
  %retptr.repack62 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> zeroinitializer, ptr %retptr.repack62, align 128
  br label %common.ret

B158:                                             ; preds = %entry
  %.53 = fcmp nsz contract ogt <16 x double> %arg.a, splat (double 1.000000e+00)
  %.57 = fcmp nsz contract olt <16 x double> %arg.a, splat (double -1.000000e+00)
  %.62 = select <16 x i1> %.57, <16 x double> splat (double -1.000000e+00), <16 x double> %arg.a
  %.64 = select <16 x i1> %.53, <16 x double> splat (double 1.000000e+00), <16 x double> %.62
  %0 = call nsz contract <16 x double> @llvm.fabs.v16f64(<16 x double> %arg.a)
  %1 = fcmp nsz contract ole <16 x double> %0, splat (double 1.000000e+00)
  %.81 = select <16 x i1> %1, <16 x double> splat (double 1.000000e+00), <16 x double> zeroinitializer
  store <16 x double> %.64, ptr %retptr, align 128
  %retptr.repack60 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.81, ptr %retptr.repack60, align 128
  br label %common.ret

B394:                                             ; preds = %entry, %entry
  %.97 = fdiv contract <16 x double> %arg.a, splat (double 6.000000e+00)
  %.100 = fadd contract <16 x double> %.97, splat (double 5.000000e-01)
  %.103 = fcmp nsz contract ole <16 x double> %.100, splat (double 1.000000e+00)
  %.106 = fcmp nsz contract oge <16 x double> %.100, zeroinitializer
  %2 = and <16 x i1> %.103, %.106
  %.113 = select <16 x i1> %2, <16 x double> splat (double 0x3FC5555555555555), <16 x double> zeroinitializer
  %.119 = fcmp nsz contract ogt <16 x double> %.100, splat (double 1.000000e+00)
  %.122 = fcmp nsz contract olt <16 x double> %.100, zeroinitializer
  %.124 = select <16 x i1> %.122, <16 x double> zeroinitializer, <16 x double> %.100
  %.128 = select <16 x i1> %.119, <16 x double> splat (double 1.000000e+00), <16 x double> %.124
  %.135 = icmp eq i64 %arg.code, 11
  br i1 %.135, label %B620, label %B628

B620:                                             ; preds = %B394
  store <16 x double> %.128, ptr %retptr, align 128
  %retptr.repack58 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.113, ptr %retptr.repack58, align 128
  br label %common.ret

B628:                                             ; preds = %B394
  %.153 = fmul contract <16 x double> %arg.a, %.128
  %.156 = fmul contract <16 x double> %arg.a, %.113
  %.162 = fadd contract <16 x double> %.128, %.156
  store <16 x double> %.153, ptr %retptr, align 128
  %retptr.repack56 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.162, ptr %retptr.repack56, align 128
  br label %common.ret

B654:                                             ; preds = %entry
  store <16 x double> %arg.a, ptr %retptr, align 128
  %retptr.repack64 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> splat (double 1.000000e+00), ptr %retptr.repack64, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.exp(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.11 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.11, align 128
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.11, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.7 = fcmp nsz contract olt <16 x double> %arg.x, splat (double -8.000000e+01)
  %.10 = select <16 x i1> %.7, <16 x double> splat (double -8.000000e+01), <16 x double> %arg.x
  store <16 x double> zeroinitializer, ptr %.11, align 128
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.11, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep2, align 128
  %.15 = call i32 @functions._reduced_64(ptr nonnull %.11, ptr nonnull %excinfo.1, <16 x double> %.10)
  %.25.fca.0.load = load <16 x double>, ptr %.11, align 128
  %.25.fca.1.gep = getelementptr inbounds nuw i8, ptr %.11, i64 128
  %.25.fca.1.load = load <16 x double>, ptr %.25.fca.1.gep, align 128
  switch i32 %.15, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.23 = icmp sgt i32 %.15, 0
  %.16 = load ptr, ptr %excinfo.1, align 8
  %.24 = select i1 %.23, ptr %.16, ptr undef
  store ptr %.24, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.15, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.39 = fmul contract <16 x double> %.25.fca.0.load, %.25.fca.1.load
  %.40 = fadd contract <16 x double> %.39, %.25.fca.0.load
  store <16 x double> %.40, ptr %retptr, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions._reduced_64(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.7 = fmul contract <16 x double> %arg.x, splat (double 0x3FF71547652B82FE)
  %.10 = fadd contract <16 x double> %.7, splat (double 0x4338000000000000)
  %.13 = fadd contract <16 x double> %.10, splat (double 0xC338000000000000)
  %.16 = fmul contract <16 x double> %.13, splat (double 0x3FE62E42FEE00000)
  %.17 = fsub contract <16 x double> %arg.x, %.16
  %.20 = fmul contract <16 x double> %.13, splat (double 0x3DEA39EF35793C76)
  %.21 = fsub contract <16 x double> %.17, %.20
  %.22 = bitcast <16 x double> %.10 to <16 x i64>
  %.23 = shl <16 x i64> %.22, splat (i64 52)
  %.24 = add <16 x i64> %.23, splat (i64 4607182418800017408)
  %.26 = fmul contract <16 x double> %.21, %.21
  %.75 = fmul contract <16 x double> %.21, splat (double 0x3DE6124613A86D09)
  %.76 = fadd contract <16 x double> %.75, splat (double 0x3E21EED8EFF8D898)
  %.77 = fmul contract <16 x double> %.76, %.21
  %.78 = fadd contract <16 x double> %.77, splat (double 0x3E5AE64567F544E4)
  %.79 = fmul contract <16 x double> %.78, %.21
  %.80 = fadd contract <16 x double> %.79, splat (double 0x3E927E4FB7789F5C)
  %.81 = fmul contract <16 x double> %.80, %.21
  %.82 = fadd contract <16 x double> %.81, splat (double 0x3EC71DE3A556C734)
  %.83 = fmul contract <16 x double> %.82, %.21
  %.84 = fadd contract <16 x double> %.83, splat (double 0x3EFA01A01A01A01A)
  %.85 = fmul contract <16 x double> %.84, %.21
  %.86 = fadd contract <16 x double> %.85, splat (double 0x3F2A01A01A01A01A)
  %.87 = fmul contract <16 x double> %.86, %.21
  %.88 = fadd contract <16 x double> %.87, splat (double 0x3F56C16C16C16C17)
  %.89 = fmul contract <16 x double> %.88, %.21
  %.90 = fadd contract <16 x double> %.89, splat (double 0x3F81111111111111)
  %.91 = fmul contract <16 x double> %.90, %.21
  %.92 = fadd contract <16 x double> %.91, splat (double 0x3FA5555555555555)
  %.93 = fmul contract <16 x double> %.92, %.21
  %.94 = fadd contract <16 x double> %.93, splat (double 0x3FC5555555555555)
  %.95 = fmul contract <16 x double> %.94, %.21
  %.96 = fadd contract <16 x double> %.95, splat (double 5.000000e-01)
  %.97 = fmul contract <16 x double> %.26, %.96
  %.98 = fadd contract <16 x double> %.21, %.97
  store <16 x i64> %.24, ptr %retptr, align 128
  %retptr.repack1 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.98, ptr %retptr.repack1, align 128
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @functions.erf(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.93 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.93, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.5 = call <16 x double> @llvm.fabs.v16f64(<16 x double> %arg.x)
  %.12 = fcmp nsz contract ogt <16 x double> %.5, splat (double 6.000000e+00)
  %.15 = select <16 x i1> %.12, <16 x double> splat (double 6.000000e+00), <16 x double> %.5
  %.16 = fmul contract <16 x double> %.15, %.15
  %.65 = fmul contract <16 x double> %.16, splat (double 0xBE0AC9585A44FE29)
  %.66 = fadd contract <16 x double> %.65, splat (double 0x3E4D76AF6CA49787)
  %.67 = fmul contract <16 x double> %.66, %.16
  %.68 = fadd contract <16 x double> %.67, splat (double 0xBE85C131500D3F88)
  %.69 = fmul contract <16 x double> %.68, %.16
  %.70 = fadd contract <16 x double> %.69, splat (double 0x3EBB981D78881A5D)
  %.71 = fmul contract <16 x double> %.70, %.16
  %.72 = fadd contract <16 x double> %.71, splat (double 0xBEEF4CA838ADB73B)
  %.73 = fmul contract <16 x double> %.72, %.16
  %.74 = fadd contract <16 x double> %.73, splat (double 0x3F1F9A2BE4F731A1)
  %.75 = fmul contract <16 x double> %.74, %.16
  %.76 = fadd contract <16 x double> %.75, splat (double 0xBF4C02DB0665E53D)
  %.77 = fmul contract <16 x double> %.76, %.16
  %.78 = fadd contract <16 x double> %.77, splat (double 0x3F7565BCCFA44156)
  %.79 = fmul contract <16 x double> %.78, %.16
  %.80 = fadd contract <16 x double> %.79, splat (double 0xBF9B82CE31203772)
  %.81 = fmul contract <16 x double> %.80, %.16
  %.82 = fadd contract <16 x double> %.81, splat (double 0x3FBCE2F21A040F66)
  %.83 = fmul contract <16 x double> %.82, %.16
  %.84 = fadd contract <16 x double> %.83, splat (double 0xBFD812746B0379C1)
  %.85 = fmul contract <16 x double> %.84, %.16
  %.86 = fadd contract <16 x double> %.85, splat (double 0x3FF20DD750429B6D)
  %.87 = fmul contract <16 x double> %.15, %.86
  %0 = fneg contract <16 x double> %.15
  %.92 = fmul contract <16 x double> %.15, %0
  store <16 x double> zeroinitializer, ptr %.93, align 128
  %.97 = call i32 @functions.exp(ptr nonnull %.93, ptr nonnull %excinfo.1, <16 x double> %.92)
  %.107 = load <16 x double>, ptr %.93, align 128
  switch i32 %.97, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.105 = icmp sgt i32 %.97, 0
  %.98 = load ptr, ptr %excinfo.1, align 8
  %.106 = select i1 %.105, ptr %.98, ptr undef
  store ptr %.106, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.97, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.121 = fadd contract <16 x double> %.15, splat (double -4.000000e+00)
  %.124 = fadd contract <16 x double> %.15, splat (double 4.000000e+00)
  %.125 = fdiv contract <16 x double> %.121, %.124
  %.190 = fmul contract <16 x double> %.125, splat (double 0x3EA8E87314F0C4E5)
  %.191 = fadd contract <16 x double> %.190, splat (double 0x3ED2B4E5F7F9FC90)
  %.192 = fmul contract <16 x double> %.191, %.125
  %.193 = fadd contract <16 x double> %.192, splat (double 0xBEAF795CC47A2E9D)
  %.194 = fmul contract <16 x double> %.193, %.125
  %.195 = fadd contract <16 x double> %.194, splat (double 0xBEF760B0F4F98BDD)
  %.196 = fmul contract <16 x double> %.195, %.125
  %.197 = fadd contract <16 x double> %.196, splat (double 0x3F14B2B60F4BB367)
  %.198 = fmul contract <16 x double> %.197, %.125
  %.199 = fadd contract <16 x double> %.198, splat (double 0xBEF6DABBD6CD1F73)
  %.200 = fmul contract <16 x double> %.199, %.125
  %.201 = fadd contract <16 x double> %.200, splat (double 0xBF4A2F9B5936F7AE)
  %.202 = fmul contract <16 x double> %.201, %.125
  %.203 = fadd contract <16 x double> %.202, splat (double 0x3F70A17EFEDAF252)
  %.204 = fmul contract <16 x double> %.203, %.125
  %.205 = fadd contract <16 x double> %.204, splat (double 0xBF8A4DED356BAAF1)
  %.206 = fmul contract <16 x double> %.205, %.125
  %.207 = fadd contract <16 x double> %.206, splat (double 0x3FA0066E10432712)
  %.208 = fmul contract <16 x double> %.207, %.125
  %.209 = fadd contract <16 x double> %.208, splat (double 0xBFB027D57453D772)
  %.210 = fmul contract <16 x double> %.209, %.125
  %.211 = fadd contract <16 x double> %.210, splat (double 0x3FBBE502C3653E2F)
  %.212 = fmul contract <16 x double> %.211, %.125
  %.213 = fadd contract <16 x double> %.212, splat (double 0xBFC506666F69DB86)
  %.214 = fmul contract <16 x double> %.213, %.125
  %.215 = fadd contract <16 x double> %.214, splat (double 0x3FCBFF01A5F908B3)
  %.216 = fmul contract <16 x double> %.215, %.125
  %.217 = fadd contract <16 x double> %.216, splat (double 0xBFD094922737431D)
  %.218 = fmul contract <16 x double> %.217, %.125
  %.219 = fadd contract <16 x double> %.218, splat (double 0x3FC18932BF08E154)
  %.220 = fmul contract <16 x double> %.107, %.219
  %.223 = fsub contract <16 x double> splat (double 1.000000e+00), %.220
  %.226 = fcmp nsz contract ogt <16 x double> %.15, splat (double 1.000000e+00)
  %.227 = select <16 x i1> %.226, <16 x double> %.223, <16 x double> %.87
  %.228 = call <16 x double> @llvm.copysign.v16f64(<16 x double> %.227, <16 x double> %arg.x)
  store <16 x double> %.228, ptr %retptr, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @functions.sine_and_cosine(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.5 = alloca [2 x <16 x double>], align 128
  store <16 x double> zeroinitializer, ptr %.5, align 128
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.5, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  store <16 x double> zeroinitializer, ptr %.5, align 128
  %.fca.1.gep2 = getelementptr inbounds nuw i8, ptr %.5, i64 128
  store <16 x double> zeroinitializer, ptr %.fca.1.gep2, align 128
  %.9 = call i32 @_3clocals_3e.turned(ptr nonnull %.5, ptr nonnull %excinfo.1, <16 x double> %arg.x)
  %.19.fca.0.load = load <16 x double>, ptr %.5, align 128
  %.19.fca.1.gep = getelementptr inbounds nuw i8, ptr %.5, i64 128
  %.19.fca.1.load = load <16 x double>, ptr %.19.fca.1.gep, align 128
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
  %.33 = fmul contract <16 x double> %.19.fca.1.load, %.19.fca.1.load
  %.34 = fmul contract <16 x double> %.19.fca.0.load, %.19.fca.1.load
  %.75 = fmul contract <16 x double> %.33, splat (double 0xBC6267DEF88E7007)
  %.76 = fadd contract <16 x double> %.75, splat (double 0x3CE94FE8038BA5B5)
  %.77 = fmul contract <16 x double> %.76, %.33
  %.78 = fadd contract <16 x double> %.77, splat (double 0xBD6AE7EB928BEA7A)
  %.79 = fmul contract <16 x double> %.78, %.33
  %.80 = fadd contract <16 x double> %.79, splat (double 0x3DE61246050B98CA)
  %.81 = fmul contract <16 x double> %.80, %.33
  %.82 = fadd contract <16 x double> %.81, splat (double 0xBE5AE64567D586E5)
  %.83 = fmul contract <16 x double> %.82, %.33
  %.84 = fadd contract <16 x double> %.83, splat (double 0x3EC71DE3A5569D37)
  %.85 = fmul contract <16 x double> %.84, %.33
  %.86 = fadd contract <16 x double> %.85, splat (double 0xBF2A01A01A019FDA)
  %.87 = fmul contract <16 x double> %.86, %.33
  %.88 = fadd contract <16 x double> %.87, splat (double 0x3F81111111111111)
  %.89 = fmul contract <16 x double> %.88, %.33
  %.90 = fadd contract <16 x double> %.89, splat (double 0xBFC5555555555555)
  %.91 = fmul contract <16 x double> %.90, %.33
  %.92 = fadd contract <16 x double> %.91, splat (double 1.000000e+00)
  %.93 = fmul contract <16 x double> %.34, %.92
  %.134 = fmul contract <16 x double> %.33, splat (double 0xBCA5CA00364B2B14)
  %.135 = fadd contract <16 x double> %.134, splat (double 0x3D2AE4305F4F6F76)
  %.136 = fmul contract <16 x double> %.135, %.33
  %.137 = fadd contract <16 x double> %.136, splat (double 0xBDA93969BF38C209)
  %.138 = fmul contract <16 x double> %.137, %.33
  %.139 = fadd contract <16 x double> %.138, splat (double 0x3E21EED8DCD56B5A)
  %.140 = fmul contract <16 x double> %.139, %.33
  %.141 = fadd contract <16 x double> %.140, splat (double 0xBE927E4FB74F0D78)
  %.142 = fmul contract <16 x double> %.141, %.33
  %.143 = fadd contract <16 x double> %.142, splat (double 0x3EFA01A01A013222)
  %.144 = fmul contract <16 x double> %.143, %.33
  %.145 = fadd contract <16 x double> %.144, splat (double 0xBF56C16C16C16B70)
  %.146 = fmul contract <16 x double> %.145, %.33
  %.147 = fadd contract <16 x double> %.146, splat (double 0x3FA5555555555554)
  %.148 = fmul contract <16 x double> %.147, %.33
  %.149 = fadd contract <16 x double> %.148, splat (double -5.000000e-01)
  %.150 = fmul contract <16 x double> %.149, %.33
  %.151 = fadd contract <16 x double> %.150, splat (double 1.000000e+00)
  %.152 = fmul contract <16 x double> %.19.fca.0.load, %.151
  store <16 x double> %.93, ptr %retptr, align 128
  %retptr.repack3 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.152, ptr %retptr.repack3, align 128
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @activations._softplus(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.a, double %arg.first) #0 {
entry:
  %.26 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.26, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.52 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.52, align 128
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.84 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.84, align 128
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.6 = insertelement <16 x double> poison, double %arg.first, i64 0
  %.7 = shufflevector <16 x double> %.6, <16 x double> poison, <16 x i32> zeroinitializer
  %.8 = fmul contract <16 x double> %arg.a, %.7
  %.11 = fcmp nsz contract ogt <16 x double> %arg.a, zeroinitializer
  %.14 = fcmp nsz contract ole <16 x double> %arg.a, zeroinitializer
  %.17 = select <16 x i1> %.14, <16 x double> zeroinitializer, <16 x double> %arg.a
  %.18 = select <16 x i1> %.11, <16 x double> %arg.a, <16 x double> %.17
  %.21 = fcmp nsz contract ogt <16 x double> %.8, splat (double 2.000000e+01)
  %.24 = call <16 x double> @llvm.fabs.v16f64(<16 x double> %.8)
  %.25 = fneg <16 x double> %.24
  store <16 x double> zeroinitializer, ptr %.26, align 128
  %.30 = call i32 @functions.exp(ptr nonnull %.26, ptr nonnull %excinfo.1, <16 x double> %.25)
  %.40 = load <16 x double>, ptr %.26, align 128
  switch i32 %.30, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.38 = icmp sgt i32 %.30, 0
  %.31 = load ptr, ptr %excinfo.1, align 8
  %.39 = select i1 %.38, ptr %.31, ptr undef
  store ptr %.39, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  store <16 x double> zeroinitializer, ptr %.52, align 128
  %.56 = call i32 @functions.log_of_1_plus(ptr nonnull %.52, ptr nonnull %excinfo.2, <16 x double> %.40)
  %.66 = load <16 x double>, ptr %.52, align 128
  switch i32 %.56, label %B0.endif.if [
    i32 -2, label %B0.endif.endif
    i32 0, label %B0.endif.endif
  ], !prof !0

common.ret:                                       ; preds = %B0.endif.endif.endif, %B0.endif.endif.if, %B0.endif.if, %B0.if
  %common.ret.op = phi i32 [ %.56, %B0.endif.if ], [ %.30, %B0.if ], [ 0, %B0.endif.endif.endif ], [ %.88, %B0.endif.endif.if ]
  ret i32 %common.ret.op

B0.endif.if:                                      ; preds = %B0.endif
  %.64 = icmp sgt i32 %.56, 0
  %.57 = load ptr, ptr %excinfo.2, align 8
  %.65 = select i1 %.64, ptr %.57, ptr undef
  store ptr %.65, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif:                                   ; preds = %B0.endif, %B0.endif
  %.76 = insertelement <16 x double> poison, double %arg.first, i64 0
  %.77 = shufflevector <16 x double> %.76, <16 x double> poison, <16 x i32> zeroinitializer
  %.78 = fdiv contract <16 x double> %.66, %.77
  %.79 = fadd contract <16 x double> %.18, %.78
  %.80 = select <16 x i1> %.21, <16 x double> %arg.a, <16 x double> %.79
  store <16 x double> zeroinitializer, ptr %.84, align 128
  %.88 = call i32 @functions.sigmoid(ptr nonnull %.84, ptr nonnull %excinfo.3, <16 x double> %.8)
  %.98 = load <16 x double>, ptr %.84, align 128
  switch i32 %.88, label %B0.endif.endif.if [
    i32 -2, label %B0.endif.endif.endif
    i32 0, label %B0.endif.endif.endif
  ], !prof !0

B0.endif.endif.if:                                ; preds = %B0.endif.endif
  %.96 = icmp sgt i32 %.88, 0
  %.89 = load ptr, ptr %excinfo.3, align 8
  %.97 = select i1 %.96, ptr %.89, ptr undef
  store ptr %.97, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif:                             ; preds = %B0.endif.endif, %B0.endif.endif
  %.108 = select <16 x i1> %.21, <16 x double> splat (double 1.000000e+00), <16 x double> %.98
  store <16 x double> %.80, ptr %retptr, align 128
  %retptr.repack3 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.108, ptr %retptr.repack3, align 128
  br label %common.ret
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <16 x double> @llvm.fabs.v16f64(<16 x double>) #2

; Function Attrs: alwaysinline
define internal i32 @functions.log_of_1_plus(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.7 = fadd contract <16 x double> %arg.x, splat (double 2.000000e+00)
  %.8 = fdiv contract <16 x double> %arg.x, %.7
  %.9 = fmul contract <16 x double> %.8, %.8
  %.54 = fmul contract <16 x double> %.9, splat (double 0x3FC5D1081172F887)
  %.55 = fadd contract <16 x double> %.54, splat (double 0x3FB54F8C703CE149)
  %.56 = fmul contract <16 x double> %.55, %.9
  %.57 = fadd contract <16 x double> %.56, splat (double 0x3FBF00852A5C69FA)
  %.58 = fmul contract <16 x double> %.57, %.9
  %.59 = fadd contract <16 x double> %.58, splat (double 0x3FC106443D797A85)
  %.60 = fmul contract <16 x double> %.59, %.9
  %.61 = fadd contract <16 x double> %.60, splat (double 0x3FC3B1E2BC8A12DE)
  %.62 = fmul contract <16 x double> %.61, %.9
  %.63 = fadd contract <16 x double> %.62, splat (double 0x3FC745CAF74CBE5E)
  %.64 = fmul contract <16 x double> %.63, %.9
  %.65 = fadd contract <16 x double> %.64, splat (double 0x3FCC71C7445B2127)
  %.66 = fmul contract <16 x double> %.65, %.9
  %.67 = fadd contract <16 x double> %.66, splat (double 0x3FD249249201BEAC)
  %.68 = fmul contract <16 x double> %.67, %.9
  %.69 = fadd contract <16 x double> %.68, splat (double 0x3FD99999999A1C4F)
  %.70 = fmul contract <16 x double> %.69, %.9
  %.71 = fadd contract <16 x double> %.70, splat (double 0x3FE5555555555527)
  %.72 = fmul contract <16 x double> %.71, %.9
  %.73 = fadd contract <16 x double> %.72, splat (double 2.000000e+00)
  %.74 = fmul contract <16 x double> %.8, %.73
  store <16 x double> %.74, ptr %retptr, align 128
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @_3clocals_3e.turned(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x double> %arg.x) #0 {
entry:
  %.7 = fmul contract <16 x double> %arg.x, splat (double 0x3FD45F306DC9C883)
  %.10 = fadd contract <16 x double> %.7, splat (double 0x4338000000000000)
  %.13 = fadd contract <16 x double> %.10, splat (double 0xC338000000000000)
  %.16 = fmul contract <16 x double> %.13, splat (double 0x400921FB54400000)
  %.17 = fsub contract <16 x double> %arg.x, %.16
  %.20 = fmul contract <16 x double> %.13, splat (double 0x3DE0B4611A600000)
  %.21 = fsub contract <16 x double> %.17, %.20
  %.24 = fmul contract <16 x double> %.13, splat (double 0x3BB3198A2E037073)
  %.25 = fsub contract <16 x double> %.21, %.24
  %.28 = fcmp contract ogt <16 x double> %.25, splat (double 1.570900e+00)
  %.34 = fcmp contract olt <16 x double> %.25, splat (double -1.570900e+00)
  %.38 = select <16 x i1> %.34, <16 x double> splat (double -1.570900e+00), <16 x double> %.25
  %.39 = select <16 x i1> %.28, <16 x double> splat (double 1.570900e+00), <16 x double> %.38
  %.42 = fmul contract <16 x double> %.13, splat (double 5.000000e-01)
  %.45 = fadd contract <16 x double> %.42, splat (double 0x4338000000000000)
  %.48 = fadd contract <16 x double> %.45, splat (double 0xC338000000000000)
  %.51 = fmul contract <16 x double> %.48, splat (double 2.000000e+00)
  %.52 = fsub contract <16 x double> %.13, %.51
  %.53 = call <16 x double> @llvm.fabs.v16f64(<16 x double> %.52)
  %.57 = fmul contract <16 x double> %.53, splat (double -2.000000e+00)
  %.60 = fadd contract <16 x double> %.57, splat (double 1.000000e+00)
  store <16 x double> %.60, ptr %retptr, align 128
  %retptr.repack1 = getelementptr inbounds nuw i8, ptr %retptr, i64 128
  store <16 x double> %.39, ptr %retptr.repack1, align 128
  ret i32 0
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <16 x double> @llvm.copysign.v16f64(<16 x double>, <16 x double>) #2

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
  %2 = getelementptr double, ptr %arg.work.4, i64 %1
  %.167 = getelementptr i8, ptr %2, i64 -128
  store <16 x double> zeroinitializer, ptr %.167, align 8
  br label %B42
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64) #2

attributes #0 = { alwaysinline }
attributes #1 = { noinline }
attributes #2 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!"branch_weights", i32 1, i32 49, i32 49}
