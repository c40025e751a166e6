; ModuleID = '<string>'
source_filename = "<string>"

define i32 @advance(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.call) {
entry:
  %.3074 = alloca i64, align 8
  store i64 0, ptr %.3074, align 8
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
  %.176 = getelementptr i8, ptr %.13, i64 32
  %.177 = load i64, ptr %.176, align 8
  %.215 = getelementptr i8, ptr %.13, i64 104
  %.216 = load i64, ptr %.215, align 8
  %.223 = inttoptr i64 %.216 to ptr
  %.270 = getelementptr i8, ptr %.13, i64 112
  %.271 = load i64, ptr %.270, align 8
  %.278 = inttoptr i64 %.271 to ptr
  %.325 = getelementptr i8, ptr %.13, i64 120
  %.326 = load i64, ptr %.325, align 8
  %.333 = inttoptr i64 %.326 to ptr
  %.380 = getelementptr i8, ptr %.13, i64 128
  %.381 = load i64, ptr %.380, align 8
  %.388 = inttoptr i64 %.381 to ptr
  %.435 = getelementptr i8, ptr %.13, i64 136
  %.436 = load i64, ptr %.435, align 8
  %.443 = inttoptr i64 %.436 to ptr
  %.490 = getelementptr i8, ptr %.13, i64 144
  %.491 = load i64, ptr %.490, align 8
  %.500 = inttoptr i64 %.491 to ptr
  %.551 = getelementptr i8, ptr %.13, i64 152
  %.552 = load i64, ptr %.551, align 8
  %.566 = inttoptr i64 %.552 to ptr
  %.574 = mul nsw i64 %.90, 14
  %.617 = getelementptr i8, ptr %.13, i64 160
  %.618 = load i64, ptr %.617, align 8
  %.632 = inttoptr i64 %.618 to ptr
  %.640 = shl nsw i64 %.90, 1
  %.683 = getelementptr i8, ptr %.13, i64 168
  %.684 = load i64, ptr %.683, align 8
  %.691 = inttoptr i64 %.684 to ptr
  %.738 = getelementptr i8, ptr %.13, i64 176
  %.739 = load i64, ptr %.738, align 8
  %.740 = add nsw i64 %.90, 2
  %.747 = inttoptr i64 %.739 to ptr
  %.794 = getelementptr i8, ptr %.13, i64 288
  %.795 = load i64, ptr %.794, align 8
  %.802 = inttoptr i64 %.795 to ptr
  %.849 = getelementptr i8, ptr %.13, i64 184
  %.850 = load i64, ptr %.849, align 8
  %.859 = inttoptr i64 %.850 to ptr
  %.906 = getelementptr i8, ptr %.13, i64 192
  %.907 = load i64, ptr %.906, align 8
  %.916 = inttoptr i64 %.907 to ptr
  %.963 = getelementptr i8, ptr %.13, i64 200
  %.964 = load i64, ptr %.963, align 8
  %.973 = inttoptr i64 %.964 to ptr
  %.1020 = getelementptr i8, ptr %.13, i64 208
  %.1021 = load i64, ptr %.1020, align 8
  %.1029 = shl i64 %.119, 2
  %.1031 = inttoptr i64 %.1021 to ptr
  %.1039 = mul nsw i64 %.177, %.119
  %.1082 = getelementptr i8, ptr %.13, i64 216
  %.1083 = load i64, ptr %.1082, align 8
  %.1091 = shl i64 %.148, 2
  %.1093 = inttoptr i64 %.1083 to ptr
  %.1101 = mul nsw i64 %.177, %.148
  %.1144 = getelementptr i8, ptr %.13, i64 224
  %.1145 = load i64, ptr %.1144, align 8
  %.1157 = shl i64 %.177, 3
  %.1159 = inttoptr i64 %.1145 to ptr
  %.1167 = shl nsw i64 %.177, 1
  %.1210 = getelementptr i8, ptr %.13, i64 232
  %.1211 = load i64, ptr %.1210, align 8
  %.1223 = shl i64 %.177, 3
  %.1225 = inttoptr i64 %.1211 to ptr
  %.1233 = shl nsw i64 %.177, 1
  %.1276 = getelementptr i8, ptr %.13, i64 240
  %.1277 = load i64, ptr %.1276, align 8
  %.1305 = getelementptr i8, ptr %.13, i64 96
  %.1306 = load i64, ptr %.1305, align 8
  %.1313 = inttoptr i64 %.1277 to ptr
  %.1360 = getelementptr i8, ptr %.13, i64 248
  %.1361 = load i64, ptr %.1360, align 8
  %.1370 = inttoptr i64 %.1361 to ptr
  %.1417 = getelementptr i8, ptr %.13, i64 256
  %.1418 = load i64, ptr %.1417, align 8
  %.1446 = getelementptr i8, ptr %.13, i64 40
  %.1447 = load i64, ptr %.1446, align 8
  %.1454 = inttoptr i64 %.1418 to ptr
  %.1501 = getelementptr i8, ptr %.13, i64 264
  %.1502 = load i64, ptr %.1501, align 8
  %.1514 = shl i64 %.61, 2
  %.1516 = inttoptr i64 %.1502 to ptr
  %.1524 = mul nsw i64 %.61, 3
  %.1567 = getelementptr i8, ptr %.13, i64 272
  %.1568 = load i64, ptr %.1567, align 8
  %.1575 = inttoptr i64 %.1568 to ptr
  %.1622 = getelementptr i8, ptr %.13, i64 280
  %.1623 = load i64, ptr %.1622, align 8
  %.1630 = inttoptr i64 %.1623 to ptr
  %.1677 = getelementptr i8, ptr %.13, i64 296
  %.1678 = load i64, ptr %.1677, align 8
  %.1706 = getelementptr i8, ptr %.13, i64 56
  %.1707 = load i64, ptr %.1706, align 8
  %.1714 = inttoptr i64 %.1678 to ptr
  %.1761 = getelementptr i8, ptr %.13, i64 392
  %.1762 = load i64, ptr %.1761, align 8
  %.1771 = inttoptr i64 %.1762 to ptr
  %.1818 = getelementptr i8, ptr %.13, i64 304
  %.1819 = load i64, ptr %.1818, align 8
  %.1828 = inttoptr i64 %.1819 to ptr
  %.1875 = getelementptr i8, ptr %.13, i64 64
  %.1876 = load i64, ptr %.1875, align 8
  %.1904 = getelementptr i8, ptr %.13, i64 80
  %.1905 = load i64, ptr %.1904, align 8
  %.1933 = getelementptr i8, ptr %.13, i64 88
  %.1934 = load i64, ptr %.1933, align 8
  %.1962 = getelementptr i8, ptr %.13, i64 312
  %.1963 = load i64, ptr %.1962, align 8
  %.1971 = shl i64 %.1905, 2
  %.1973 = inttoptr i64 %.1963 to ptr
  %.1981 = mul nsw i64 %.119, %.1905
  %.2024 = getelementptr i8, ptr %.13, i64 320
  %.2025 = load i64, ptr %.2024, align 8
  %.2033 = shl i64 %.1905, 2
  %.2035 = inttoptr i64 %.2025 to ptr
  %.2043 = mul nsw i64 %.148, %.1905
  %.2086 = getelementptr i8, ptr %.13, i64 328
  %.2087 = load i64, ptr %.2086, align 8
  %.2101 = inttoptr i64 %.2087 to ptr
  %.2109 = shl nsw i64 %.1934, 1
  %.2152 = getelementptr i8, ptr %.13, i64 336
  %.2153 = load i64, ptr %.2152, align 8
  %.2181 = getelementptr i8, ptr %.13, i64 72
  %.2182 = load i64, ptr %.2181, align 8
  %.2192 = shl i64 %.148, 2
  %.2193 = mul i64 %.2192, %.2182
  %.2195 = inttoptr i64 %.2153 to ptr
  %.2206 = mul nsw i64 %.1876, %.2182
  %.2207 = mul nsw i64 %.2206, %.148
  %.2250 = getelementptr i8, ptr %.13, i64 344
  %.2251 = load i64, ptr %.2250, align 8
  %.2259 = shl i64 %.1934, 3
  %.2261 = inttoptr i64 %.2251 to ptr
  %.2269 = mul nsw i64 %.1876, %.1934
  %.2312 = getelementptr i8, ptr %.13, i64 352
  %.2313 = load i64, ptr %.2312, align 8
  %.2321 = shl i64 %.1934, 3
  %.2323 = inttoptr i64 %.2313 to ptr
  %.2331 = mul nsw i64 %.1876, %.1934
  %.2374 = getelementptr i8, ptr %.13, i64 360
  %.2375 = load i64, ptr %.2374, align 8
  %.2383 = shl i64 %.61, 2
  %.2385 = inttoptr i64 %.2375 to ptr
  %.2393 = mul nsw i64 %.1876, %.61
  %.2436 = getelementptr i8, ptr %.13, i64 368
  %.2437 = load i64, ptr %.2436, align 8
  %.2444 = inttoptr i64 %.2437 to ptr
  %.2491 = getelementptr i8, ptr %.13, i64 376
  %.2492 = load i64, ptr %.2491, align 8
  %.2499 = inttoptr i64 %.2492 to ptr
  %.2546 = getelementptr i8, ptr %.13, i64 384
  %.2547 = load i64, ptr %.2546, align 8
  %.2556 = inttoptr i64 %.2547 to ptr
  %.2603 = getelementptr i8, ptr %.2556, i64 8
  %.2604 = load i64, ptr %.2603, align 8
  %.2611 = inttoptr i64 %.2604 to ptr
  %.2658 = getelementptr i8, ptr %.2556, i64 16
  %.2659 = load i64, ptr %.2658, align 8
  %.2666 = inttoptr i64 %.2659 to ptr
  %.2713 = getelementptr i8, ptr %.2556, i64 24
  %.2714 = load i64, ptr %.2713, align 8
  %.2721 = inttoptr i64 %.2714 to ptr
  %.2768 = getelementptr i8, ptr %.2556, i64 32
  %.2769 = load i64, ptr %.2768, align 8
  %.2776 = inttoptr i64 %.2769 to ptr
  %.2823 = getelementptr i8, ptr %.2556, i64 40
  %.2824 = load i64, ptr %.2823, align 8
  %.2833 = inttoptr i64 %.2824 to ptr
  %.2880 = getelementptr i8, ptr %.2556, i64 48
  %.2881 = load i64, ptr %.2880, align 8
  %.2890 = inttoptr i64 %.2881 to ptr
  %.2937 = getelementptr i8, ptr %.2556, i64 56
  %.2938 = load i64, ptr %.2937, align 8
  %.2945 = inttoptr i64 %.2938 to ptr
  %.3000 = getelementptr i8, ptr %.13, i64 48
  %.3001 = load i64, ptr %.3000, align 8
  store i64 0, ptr %.3074, align 8
  %.3196 = call i32 @learning._learn(ptr nonnull %.3074, ptr nonnull %excinfo.1, ptr null, ptr null, i64 %.61, i64 4, ptr %.223, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.278, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.333, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.388, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.443, i64 %.61, i64 4, ptr null, ptr null, i64 2, i64 8, ptr %.500, i64 2, i64 8, ptr null, ptr null, i64 %.574, i64 8, ptr %.566, i64 %.90, i64 14, i64 112, i64 8, ptr null, ptr null, i64 %.640, i64 8, ptr %.632, i64 %.90, i64 2, i64 16, i64 8, ptr null, ptr null, i64 %.90, i64 8, ptr %.691, i64 %.90, i64 8, ptr null, ptr null, i64 %.740, i64 8, ptr %.747, i64 %.740, i64 8, ptr null, ptr null, i64 %.90, i64 8, ptr %.802, i64 %.90, i64 8, ptr null, ptr null, i64 8, i64 8, ptr %.859, i64 8, i64 8, ptr null, ptr null, i64 5, i64 8, ptr %.916, i64 5, i64 8, ptr null, ptr null, i64 11, i64 8, ptr %.973, i64 11, i64 8, ptr null, ptr null, i64 %.1039, i64 4, ptr %.1031, i64 %.177, i64 %.119, i64 %.1029, i64 4, ptr null, ptr null, i64 %.1101, i64 4, ptr %.1093, i64 %.177, i64 %.148, i64 %.1091, i64 4, ptr null, ptr null, i64 %.1167, i64 8, ptr %.1159, i64 2, i64 %.177, i64 %.1157, i64 8, ptr null, ptr null, i64 %.1233, i64 8, ptr %.1225, i64 2, i64 %.177, i64 %.1223, i64 8, ptr null, ptr null, i64 %.1306, i64 8, ptr %.1313, i64 %.1306, i64 8, ptr null, ptr null, i64 5, i64 8, ptr %.1370, i64 5, i64 8, ptr null, ptr null, i64 %.1447, i64 8, ptr %.1454, i64 %.1447, i64 8, i64 %.3001, ptr null, ptr null, i64 %.1524, i64 4, ptr %.1516, i64 3, i64 %.61, i64 %.1514, i64 4, ptr null, ptr null, i64 %.61, i64 1, ptr %.1575, i64 %.61, i64 1, ptr null, ptr null, i64 %.61, i64 4, ptr %.1630, i64 %.61, i64 4, ptr null, ptr null, i64 65536, i64 4, ptr %.1771, i64 65536, i64 4, ptr null, ptr null, i64 %.1707, i64 4, ptr %.1714, i64 %.1707, i64 4, ptr null, ptr null, i64 1, i64 1, ptr %.1828, i64 1, i64 1, ptr null, ptr null, i64 %.1876, i64 8, ptr %.2499, i64 %.1876, i64 8, ptr null, ptr null, i64 %.1981, i64 4, ptr %.1973, i64 %.119, i64 %.1905, i64 %.1971, i64 4, ptr null, ptr null, i64 %.2043, i64 4, ptr %.2035, i64 %.148, i64 %.1905, i64 %.2033, i64 4, ptr null, ptr null, i64 %.2109, i64 8, ptr %.2101, i64 %.1934, i64 2, i64 16, i64 8, ptr null, ptr null, i64 %.2207, i64 4, ptr %.2195, i64 %.1876, i64 %.2182, i64 %.148, i64 %.2193, i64 %.2192, i64 4, ptr null, ptr null, i64 %.2269, i64 8, ptr %.2261, i64 %.1876, i64 %.1934, i64 %.2259, i64 8, ptr null, ptr null, i64 %.2331, i64 8, ptr %.2323, i64 %.1876, i64 %.1934, i64 %.2321, i64 8, ptr null, ptr null, i64 %.2393, i64 4, ptr %.2385, i64 %.1876, i64 %.61, i64 %.2383, i64 4, ptr null, ptr null, i64 %.1876, i64 8, ptr %.2444, i64 %.1876, i64 8, ptr null, ptr null, i64 8, i64 8, ptr %.2556, i64 8, i64 8, ptr null, ptr null, i64 %.61, i64 4, ptr %.2611, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.2666, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.2721, i64 %.61, i64 4, ptr null, ptr null, i64 %.61, i64 4, ptr %.2776, i64 %.61, i64 4, ptr null, ptr null, i64 2, i64 8, ptr %.2833, i64 2, i64 8, ptr null, ptr null, i64 5, i64 8, ptr %.2890, i64 5, i64 8, ptr null, ptr null, i64 %.61, i64 1, ptr %.2945, i64 %.61, i64 1)
  %.3206 = load i64, ptr %.3074, align 8
  switch i32 %.3196, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.3204 = icmp sgt i32 %.3196, 0
  %.3197 = load ptr, ptr %excinfo.1, align 8
  %.3205 = select i1 %.3204, ptr %.3197, ptr undef
  store ptr %.3205, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.3196, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  store i64 %.3206, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @learning._learn(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.shares.0, ptr %arg.shares.1, i64 %arg.shares.2, i64 %arg.shares.3, ptr %arg.shares.4, i64 %arg.shares.5.0, i64 %arg.shares.6.0, ptr %arg.prefixes.0, ptr %arg.prefixes.1, i64 %arg.prefixes.2, i64 %arg.prefixes.3, ptr %arg.prefixes.4, i64 %arg.prefixes.5.0, i64 %arg.prefixes.6.0, ptr %arg.streams.0, ptr %arg.streams.1, i64 %arg.streams.2, i64 %arg.streams.3, ptr %arg.streams.4, i64 %arg.streams.5.0, i64 %arg.streams.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, ptr %arg.rates.0, ptr %arg.rates.1, i64 %arg.rates.2, i64 %arg.rates.3, ptr %arg.rates.4, i64 %arg.rates.5.0, i64 %arg.rates.6.0, i64 %arg.most, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, ptr %arg.before.0, ptr %arg.before.1, i64 %arg.before.2, i64 %arg.before.3, ptr %arg.before.4, i64 %arg.before.5.0, i64 %arg.before.6.0, ptr %arg.normal.0, ptr %arg.normal.1, i64 %arg.normal.2, i64 %arg.normal.3, ptr %arg.normal.4, i64 %arg.normal.5.0, i64 %arg.normal.6.0, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.halt.0, ptr %arg.halt.1, i64 %arg.halt.2, i64 %arg.halt.3, ptr %arg.halt.4, i64 %arg.halt.5.0, i64 %arg.halt.6.0, ptr %arg.due.0, ptr %arg.due.1, i64 %arg.due.2, i64 %arg.due.3, ptr %arg.due.4, i64 %arg.due.5.0, i64 %arg.due.6.0, ptr %arg.exam.0, ptr %arg.exam.1, i64 %arg.exam.2, i64 %arg.exam.3, ptr %arg.exam.4, i64 %arg.exam.5.0, i64 %arg.exam.5.1, i64 %arg.exam.6.0, i64 %arg.exam.6.1, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.2, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.0, i64 %arg.wanted.5.1, i64 %arg.wanted.6.0, i64 %arg.wanted.6.1, ptr %arg.pieces.0, ptr %arg.pieces.1, i64 %arg.pieces.2, i64 %arg.pieces.3, ptr %arg.pieces.4, i64 %arg.pieces.5.0, i64 %arg.pieces.5.1, i64 %arg.pieces.6.0, i64 %arg.pieces.6.1, ptr %arg.answers.0, ptr %arg.answers.1, i64 %arg.answers.2, i64 %arg.answers.3, ptr %arg.answers.4, i64 %arg.answers.5.0, i64 %arg.answers.5.1, i64 %arg.answers.5.2, i64 %arg.answers.6.0, i64 %arg.answers.6.1, i64 %arg.answers.6.2, ptr %arg.losses.0, ptr %arg.losses.1, i64 %arg.losses.2, i64 %arg.losses.3, ptr %arg.losses.4, i64 %arg.losses.5.0, i64 %arg.losses.5.1, i64 %arg.losses.6.0, i64 %arg.losses.6.1, ptr %arg.right.0, ptr %arg.right.1, i64 %arg.right.2, i64 %arg.right.3, ptr %arg.right.4, i64 %arg.right.5.0, i64 %arg.right.5.1, i64 %arg.right.6.0, i64 %arg.right.6.1, ptr %arg.vectors.0, ptr %arg.vectors.1, i64 %arg.vectors.2, i64 %arg.vectors.3, ptr %arg.vectors.4, i64 %arg.vectors.5.0, i64 %arg.vectors.5.1, i64 %arg.vectors.6.0, i64 %arg.vectors.6.1, ptr %arg.seen.0, ptr %arg.seen.1, i64 %arg.seen.2, i64 %arg.seen.3, ptr %arg.seen.4, i64 %arg.seen.5.0, i64 %arg.seen.6.0, ptr %arg.slate.0, ptr %arg.slate.1, i64 %arg.slate.2, i64 %arg.slate.3, ptr %arg.slate.4, i64 %arg.slate.5.0, i64 %arg.slate.6.0, ptr %arg.written.0.0, ptr %arg.written.0.1, i64 %arg.written.0.2, i64 %arg.written.0.3, ptr %arg.written.0.4, i64 %arg.written.0.5.0, i64 %arg.written.0.6.0, ptr %arg.written.1.0, ptr %arg.written.1.1, i64 %arg.written.1.2, i64 %arg.written.1.3, ptr %arg.written.1.4, i64 %arg.written.1.5.0, i64 %arg.written.1.6.0, ptr %arg.written.2.0, ptr %arg.written.2.1, i64 %arg.written.2.2, i64 %arg.written.2.3, ptr %arg.written.2.4, i64 %arg.written.2.5.0, i64 %arg.written.2.6.0, ptr %arg.written.3.0, ptr %arg.written.3.1, i64 %arg.written.3.2, i64 %arg.written.3.3, ptr %arg.written.3.4, i64 %arg.written.3.5.0, i64 %arg.written.3.6.0, ptr %arg.written.4.0, ptr %arg.written.4.1, i64 %arg.written.4.2, i64 %arg.written.4.3, ptr %arg.written.4.4, i64 %arg.written.4.5.0, i64 %arg.written.4.6.0, ptr %arg.written.5.0, ptr %arg.written.5.1, i64 %arg.written.5.2, i64 %arg.written.5.3, ptr %arg.written.5.4, i64 %arg.written.5.5.0, i64 %arg.written.5.6.0, ptr %arg.written.6.0, ptr %arg.written.6.1, i64 %arg.written.6.2, i64 %arg.written.6.3, ptr %arg.written.6.4, i64 %arg.written.6.5.0, i64 %arg.written.6.6.0) #0 {
entry:
  %.681 = alloca i64, align 8
  store i64 0, ptr %.681, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.773 = alloca i64, align 8
  store i64 0, ptr %.773, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.1356 = alloca ptr, align 8
  store ptr null, ptr %.1356, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.1487 = alloca ptr, align 8
  store ptr null, ptr %.1487, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.1616 = alloca ptr, align 8
  store ptr null, ptr %.1616, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.558 = icmp sgt i64 %arg.rates.5.0, 0
  br i1 %.558, label %B54, label %B940

B54:                                              ; preds = %entry
  %.571 = load atomic i8, ptr %arg.halt.4 acquire, align 1
  %.573 = icmp eq i8 %.571, 0
  br i1 %.573, label %B96, label %B940

B96:                                              ; preds = %B54
  %.618 = getelementptr i8, ptr %arg.state.4, i64 32
  %.619 = load i64, ptr %.618, align 8
  %.621 = icmp slt i64 %.619, %arg.most
  br i1 %.621, label %B132, label %B940

B132:                                             ; preds = %B904, %B96
  %made.3.1 = phi i64 [ 0, %B96 ], [ %.1038, %B904 ]
  %looks.2.1 = phi i64 [ 0, %B96 ], [ %looks.3.2, %B904 ]
  %.659 = icmp slt i64 %arg.layers.5.0, 0
  %.660 = select i1 %.659, i64 %arg.prefixes.5.0, i64 0
  %0 = getelementptr i64, ptr %arg.prefixes.4, i64 %arg.layers.5.0
  %.674 = getelementptr i64, ptr %0, i64 %.660
  %.675 = load i64, ptr %.674, align 8
  store i64 0, ptr %.681, align 8
  %.699 = call i32 @learning._turn(ptr nonnull %.681, ptr nonnull %excinfo.1, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0, i64 %.675)
  %.709 = load i64, ptr %.681, align 8
  switch i32 %.699, label %B132.if [
    i32 -2, label %B132.endif
    i32 0, label %B132.endif
  ], !prof !0

B468:                                             ; preds = %B132.endif.endif
  %.1088 = getelementptr i8, ptr %arg.state.4, i64 24
  %.1089 = load i64, ptr %.1088, align 8
  %.1104 = icmp slt i64 %looks.2.1, 0
  %.1105 = select i1 %.1104, i64 %arg.due.5.0, i64 0
  %1 = getelementptr i64, ptr %arg.due.4, i64 %looks.2.1
  %.1119 = getelementptr i64, ptr %1, i64 %.1105
  %.1120 = load i64, ptr %.1119, align 8
  %.1121 = icmp eq i64 %.1089, %.1120
  br i1 %.1121, label %B514, label %B688

B514:                                             ; preds = %B468
  %.1148 = icmp slt i64 %looks.2.1, 0
  %.1149 = select i1 %.1148, i64 %arg.answers.5.0, i64 0
  %.1150 = add i64 %looks.2.1, %.1149
  %.1172 = mul i64 %arg.answers.5.1, %arg.answers.5.2
  %.1174 = mul i64 %.1150, %.1172
  %.1176 = getelementptr float, ptr %arg.answers.4, i64 %.1174
  %.1193 = mul nsw i64 %arg.answers.5.1, %arg.answers.5.2
  %.1228 = icmp slt i64 %looks.2.1, 0
  %.1229 = select i1 %.1228, i64 %arg.losses.5.0, i64 0
  %.1230 = add i64 %looks.2.1, %.1229
  %.1247 = mul i64 %.1230, %arg.losses.5.1
  %.1249 = getelementptr double, ptr %arg.losses.4, i64 %.1247
  %.1297 = icmp slt i64 %looks.2.1, 0
  %.1298 = select i1 %.1297, i64 %arg.right.5.0, i64 0
  %.1299 = add i64 %looks.2.1, %.1298
  %.1316 = mul i64 %.1299, %arg.right.5.1
  %.1318 = getelementptr i64, ptr %arg.right.4, i64 %.1316
  store ptr null, ptr %.1356, align 8
  %.1396 = call i32 @learning._look(ptr nonnull %.1356, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr %arg.exam.0, ptr %arg.exam.1, i64 %arg.exam.2, i64 %arg.exam.3, ptr %arg.exam.4, i64 %arg.exam.5.0, i64 %arg.exam.5.1, i64 %arg.exam.6.0, i64 %arg.exam.6.1, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.2, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.0, i64 %arg.wanted.5.1, i64 %arg.wanted.6.0, i64 %arg.wanted.6.1, ptr %arg.pieces.0, ptr %arg.pieces.1, i64 %arg.pieces.2, i64 %arg.pieces.3, ptr %arg.pieces.4, i64 %arg.pieces.5.0, i64 %arg.pieces.5.1, i64 %arg.pieces.6.0, i64 %arg.pieces.6.1, ptr %arg.answers.0, ptr %arg.answers.1, i64 %.1193, i64 %arg.answers.3, ptr %.1176, i64 %arg.answers.5.1, i64 %arg.answers.5.2, i64 %arg.answers.6.1, i64 %arg.answers.6.2, ptr %arg.losses.0, ptr %arg.losses.1, i64 %arg.losses.5.1, i64 %arg.losses.3, ptr %.1249, i64 %arg.losses.5.1, i64 %arg.losses.6.1, ptr %arg.right.0, ptr %arg.right.1, i64 %arg.right.5.1, i64 %arg.right.3, ptr %.1318, i64 %arg.right.5.1, i64 %arg.right.6.1)
  switch i32 %.1396, label %B514.if [
    i32 -2, label %B514.endif
    i32 0, label %B514.endif
  ], !prof !0

B688:                                             ; preds = %B514.endif.endif, %B132.endif.endif, %B468
  %looks.3.2 = phi i64 [ %.1577, %B514.endif.endif ], [ %looks.2.1, %B468 ], [ %looks.2.1, %B132.endif.endif ]
  %.1596 = icmp slt i64 %.1038, %arg.rates.5.0
  br i1 %.1596, label %B726, label %B826

B726:                                             ; preds = %B688
  %.1606 = load atomic i64, ptr %arg.slate.4 acquire, align 8
  %.1607 = icmp eq i64 %.1606, 1
  br i1 %.1607, label %B786, label %B826

B786:                                             ; preds = %B726
  store ptr null, ptr %.1616, align 8
  %.1650 = call i32 @learning._write_down(ptr nonnull %.1616, ptr nonnull %excinfo.5, ptr %arg.slate.0, ptr %arg.slate.1, i64 %arg.slate.2, i64 %arg.slate.3, ptr nonnull %arg.slate.4, i64 %arg.slate.5.0, i64 %arg.slate.6.0, ptr %arg.written.0.0, ptr %arg.written.0.1, i64 %arg.written.0.2, i64 %arg.written.0.3, ptr %arg.written.0.4, i64 %arg.written.0.5.0, i64 %arg.written.0.6.0, ptr %arg.written.1.0, ptr %arg.written.1.1, i64 %arg.written.1.2, i64 %arg.written.1.3, ptr %arg.written.1.4, i64 %arg.written.1.5.0, i64 %arg.written.1.6.0, ptr %arg.written.2.0, ptr %arg.written.2.1, i64 %arg.written.2.2, i64 %arg.written.2.3, ptr %arg.written.2.4, i64 %arg.written.2.5.0, i64 %arg.written.2.6.0, ptr %arg.written.3.0, ptr %arg.written.3.1, i64 %arg.written.3.2, i64 %arg.written.3.3, ptr %arg.written.3.4, i64 %arg.written.3.5.0, i64 %arg.written.3.6.0, ptr %arg.written.4.0, ptr %arg.written.4.1, i64 %arg.written.4.2, i64 %arg.written.4.3, ptr %arg.written.4.4, i64 %arg.written.4.5.0, i64 %arg.written.4.6.0, ptr %arg.written.5.0, ptr %arg.written.5.1, i64 %arg.written.5.2, i64 %arg.written.5.3, ptr %arg.written.5.4, i64 %arg.written.5.5.0, i64 %arg.written.5.6.0, ptr %arg.written.6.0, ptr %arg.written.6.1, i64 %arg.written.6.2, i64 %arg.written.6.3, ptr %arg.written.6.4, i64 %arg.written.6.5.0, i64 %arg.written.6.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0)
  switch i32 %.1650, label %B786.if [
    i32 -2, label %B826
    i32 0, label %B826
  ], !prof !0

B826:                                             ; preds = %B786, %B786, %B726, %B688
  %.1685 = icmp slt i64 %.1038, %arg.rates.5.0
  br i1 %.1685, label %B864, label %B940

B864:                                             ; preds = %B826
  %.1698 = load atomic i8, ptr %arg.halt.4 acquire, align 1
  %.1700 = icmp eq i8 %.1698, 0
  br i1 %.1700, label %B904, label %B940

B904:                                             ; preds = %B864
  %.1743 = getelementptr i8, ptr %arg.state.4, i64 32
  %.1744 = load i64, ptr %.1743, align 8
  %.1746 = icmp slt i64 %.1744, %arg.most
  br i1 %.1746, label %B132, label %B940

common.ret:                                       ; preds = %B786.if, %B514.endif.if, %B514.if, %B132.endif.if, %B132.if, %B940
  %common.ret.op = phi i32 [ 0, %B940 ], [ %.1495, %B514.endif.if ], [ %.699, %B132.if ], [ %.835, %B132.endif.if ], [ %.1396, %B514.if ], [ %.1650, %B786.if ]
  ret i32 %common.ret.op

B940:                                             ; preds = %B904, %B864, %B826, %B96, %B54, %entry
  %made.3.0 = phi i64 [ %.1038, %B904 ], [ %.1038, %B864 ], [ %.1038, %B826 ], [ 0, %B96 ], [ 0, %B54 ], [ 0, %entry ]
  store i64 %made.3.0, ptr %retptr, align 8
  br label %common.ret

B132.if:                                          ; preds = %B132
  %.707 = icmp sgt i32 %.699, 0
  %.700 = load ptr, ptr %excinfo.1, align 8
  %.708 = select i1 %.707, ptr %.700, ptr undef
  store ptr %.708, ptr %excinfo, align 8
  br label %common.ret

B132.endif:                                       ; preds = %B132, %B132
  %.751 = getelementptr double, ptr %arg.rates.4, i64 %made.3.1
  %.752 = load double, ptr %.751, align 8
  store i64 0, ptr %.773, align 8
  %.835 = call i32 @learning._update(ptr nonnull %.773, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.shares.0, ptr %arg.shares.1, i64 %arg.shares.2, i64 %arg.shares.3, ptr %arg.shares.4, i64 %arg.shares.5.0, i64 %arg.shares.6.0, ptr %arg.prefixes.0, ptr %arg.prefixes.1, i64 %arg.prefixes.2, i64 %arg.prefixes.3, ptr %arg.prefixes.4, i64 %arg.prefixes.5.0, i64 %arg.prefixes.6.0, ptr %arg.streams.0, ptr %arg.streams.1, i64 %arg.streams.2, i64 %arg.streams.3, ptr %arg.streams.4, i64 %arg.streams.5.0, i64 %arg.streams.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, i64 %.709, double %.752, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, ptr %arg.before.0, ptr %arg.before.1, i64 %arg.before.2, i64 %arg.before.3, ptr %arg.before.4, i64 %arg.before.5.0, i64 %arg.before.6.0, ptr %arg.normal.0, ptr %arg.normal.1, i64 %arg.normal.2, i64 %arg.normal.3, ptr %arg.normal.4, i64 %arg.normal.5.0, i64 %arg.normal.6.0)
  %.845 = load i64, ptr %.773, align 8
  switch i32 %.835, label %B132.endif.if [
    i32 -2, label %B132.endif.endif
    i32 0, label %B132.endif.endif
  ], !prof !0

B132.endif.if:                                    ; preds = %B132.endif
  %.843 = icmp sgt i32 %.835, 0
  %.836 = load ptr, ptr %excinfo.2, align 8
  %.844 = select i1 %.843, ptr %.836, ptr undef
  store ptr %.844, ptr %excinfo, align 8
  br label %common.ret

B132.endif.endif:                                 ; preds = %B132.endif, %B132.endif
  %.883 = getelementptr i8, ptr %arg.state.4, i64 8
  store i64 %.709, ptr %.883, align 8
  %.913 = getelementptr i8, ptr %arg.state.4, i64 16
  store i64 0, ptr %.913, align 8
  %.943 = getelementptr i8, ptr %arg.state.4, i64 24
  %.944 = load i64, ptr %.943, align 8
  %.945 = add nsw i64 %.944, 1
  %.974 = getelementptr i8, ptr %arg.state.4, i64 24
  store i64 %.945, ptr %.974, align 8
  %.1004 = getelementptr i8, ptr %arg.state.4, i64 32
  %.1005 = load i64, ptr %.1004, align 8
  %.1006 = add nsw i64 %.1005, %.845
  %.1035 = getelementptr i8, ptr %arg.state.4, i64 32
  store i64 %.1006, ptr %.1035, align 8
  %.1038 = add nuw nsw i64 %made.3.1, 1
  %.1055 = icmp slt i64 %looks.2.1, %arg.due.5.0
  br i1 %.1055, label %B468, label %B688

B514.if:                                          ; preds = %B514
  %.1404 = icmp sgt i32 %.1396, 0
  %.1397 = load ptr, ptr %excinfo.3, align 8
  %.1405 = select i1 %.1404, ptr %.1397, ptr undef
  store ptr %.1405, ptr %excinfo, align 8
  br label %common.ret

B514.endif:                                       ; preds = %B514, %B514
  %.1436 = icmp slt i64 %looks.2.1, 0
  %.1437 = select i1 %.1436, i64 %arg.vectors.5.0, i64 0
  %.1438 = add i64 %looks.2.1, %.1437
  %.1455 = mul i64 %.1438, %arg.vectors.5.1
  %.1457 = getelementptr float, ptr %arg.vectors.4, i64 %.1455
  store ptr null, ptr %.1487, align 8
  %.1495 = call i32 @learning._copy(ptr nonnull %.1487, ptr nonnull %excinfo.4, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.vectors.0, ptr %arg.vectors.1, i64 %arg.vectors.5.1, i64 %arg.vectors.3, ptr %.1457, i64 %arg.vectors.5.1, i64 %arg.vectors.6.1)
  switch i32 %.1495, label %B514.endif.if [
    i32 -2, label %B514.endif.endif
    i32 0, label %B514.endif.endif
  ], !prof !0

B514.endif.if:                                    ; preds = %B514.endif
  %.1503 = icmp sgt i32 %.1495, 0
  %.1496 = load ptr, ptr %excinfo.4, align 8
  %.1504 = select i1 %.1503, ptr %.1496, ptr undef
  store ptr %.1504, ptr %excinfo, align 8
  br label %common.ret

B514.endif.endif:                                 ; preds = %B514.endif, %B514.endif
  %.1543 = getelementptr i8, ptr %arg.state.4, i64 32
  %.1544 = load i64, ptr %.1543, align 8
  %.1559 = icmp slt i64 %looks.2.1, 0
  %.1560 = select i1 %.1559, i64 %arg.seen.5.0, i64 0
  %2 = getelementptr i64, ptr %arg.seen.4, i64 %looks.2.1
  %.1574 = getelementptr i64, ptr %2, i64 %.1560
  store i64 %.1544, ptr %.1574, align 8
  %.1577 = add nsw i64 %looks.2.1, 1
  br label %B688

B786.if:                                          ; preds = %B786
  %.1658 = icmp sgt i32 %.1650, 0
  %.1651 = load ptr, ptr %excinfo.5, align 8
  %.1659 = select i1 %.1658, ptr %.1651, ptr undef
  store ptr %.1659, ptr %excinfo, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @learning._turn(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0, i64 %arg.prefix) #0 {
entry:
  %.563 = alloca ptr, align 8
  store ptr null, ptr %.563, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.114 = getelementptr i8, ptr %arg.state.4, i64 8
  %.115 = load i64, ptr %.114, align 8
  %.117 = sub nsw i64 %arg.orders.5.1, %.115
  %.149 = getelementptr i8, ptr %arg.ways.4, i64 16
  %.150 = load i64, ptr %.149, align 8
  %.152.not = icmp slt i64 %.117, %.150
  br i1 %.152.not, label %B96, label %B408

B96:                                              ; preds = %entry
  %.155 = icmp sgt i64 %.117, 0
  br i1 %.155, label %B108, label %B152

B108:                                             ; preds = %B96
  %.185 = getelementptr i8, ptr %arg.ways.4, i64 24
  %.186 = load i64, ptr %.185, align 8
  %.187 = icmp eq i64 %.186, 0
  br i1 %.187, label %B408, label %B152

B152:                                             ; preds = %B108, %B96
  %.218 = load i64, ptr %arg.state.4, align 8
  %.219 = add nsw i64 %.218, 1
  store i64 %.219, ptr %arg.state.4, align 8
  %.278 = getelementptr i8, ptr %arg.state.4, i64 8
  store i64 0, ptr %.278, align 8
  %.308 = getelementptr i8, ptr %arg.ways.4, i64 24
  %.309 = load i64, ptr %.308, align 8
  %.310 = icmp eq i64 %.309, 2
  %.117. = select i1 %.310, i64 %.117, i64 0
  %.353 = getelementptr i8, ptr %arg.state.4, i64 16
  store i64 %.117., ptr %.353, align 8
  %.385 = getelementptr i8, ptr %arg.ways.4, i64 32
  %.386 = load i64, ptr %.385, align 8
  %.387.not = icmp eq i64 %.386, 0
  br i1 %.387.not, label %B408, label %B308

B308:                                             ; preds = %B152
  %.419 = load i64, ptr %arg.state.4, align 8
  %.460.1 = and i64 %.419, 1
  %.508 = icmp slt i64 %.460.1, 0
  %.509 = select i1 %.508, i64 %arg.orders.5.0, i64 0
  %.510 = add i64 %.460.1, %.509
  %.527 = mul i64 %.510, %arg.orders.5.1
  %.529 = getelementptr i64, ptr %arg.orders.4, i64 %.527
  store ptr null, ptr %.563, align 8
  %.575 = call i32 @chance.shuffle(ptr nonnull %.563, ptr nonnull %excinfo.1, i64 %arg.prefix, i64 %.419, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.5.1, i64 %arg.orders.3, ptr %.529, i64 %arg.orders.5.1, i64 %arg.orders.6.1, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0)
  switch i32 %.575, label %B308.endif.if [
    i32 -2, label %B408
    i32 0, label %B408
  ], !prof !0

B408:                                             ; preds = %B308, %B308, %B152, %B108, %entry
  %.642 = getelementptr i8, ptr %arg.state.4, i64 8
  %.643 = load i64, ptr %.642, align 8
  %.674 = getelementptr i8, ptr %arg.ways.4, i64 16
  %.675 = load i64, ptr %.674, align 8
  %.678 = add nsw i64 %.643, %.675
  %.678..82 = call i64 @llvm.smin.i64(i64 %.678, i64 %arg.orders.5.1)
  store i64 %.678..82, ptr %retptr, align 8
  br label %common.ret

common.ret:                                       ; preds = %B308.endif.if, %B408
  %common.ret.op = phi i32 [ 0, %B408 ], [ %.575, %B308.endif.if ]
  ret i32 %common.ret.op

B308.endif.if:                                    ; preds = %B308
  %.583 = icmp sgt i32 %.575, 0
  %.576 = load ptr, ptr %excinfo.1, align 8
  %.584 = select i1 %.583, ptr %.576, ptr undef
  store ptr %.584, ptr %excinfo, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @learning._look(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr %arg.exam.0, ptr %arg.exam.1, i64 %arg.exam.2, i64 %arg.exam.3, ptr %arg.exam.4, i64 %arg.exam.5.0, i64 %arg.exam.5.1, i64 %arg.exam.6.0, i64 %arg.exam.6.1, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.2, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.0, i64 %arg.wanted.5.1, i64 %arg.wanted.6.0, i64 %arg.wanted.6.1, ptr %arg.pieces.0, ptr %arg.pieces.1, i64 %arg.pieces.2, i64 %arg.pieces.3, ptr %arg.pieces.4, i64 %arg.pieces.5.0, i64 %arg.pieces.5.1, i64 %arg.pieces.6.0, i64 %arg.pieces.6.1, ptr %arg.answers.0, ptr %arg.answers.1, i64 %arg.answers.2, i64 %arg.answers.3, ptr %arg.answers.4, i64 %arg.answers.5.0, i64 %arg.answers.5.1, i64 %arg.answers.6.0, i64 %arg.answers.6.1, ptr %arg.losses.0, ptr %arg.losses.1, i64 %arg.losses.2, i64 %arg.losses.3, ptr %arg.losses.4, i64 %arg.losses.5.0, i64 %arg.losses.6.0, ptr %arg.right.0, ptr %arg.right.1, i64 %arg.right.2, i64 %arg.right.3, ptr %arg.right.4, i64 %arg.right.5.0, i64 %arg.right.6.0) #0 {
entry:
  %.196 = alloca i64, align 8
  store i64 0, ptr %.196, align 8
  %.199 = alloca i64, align 8
  store i64 0, ptr %.199, align 8
  %.551 = alloca i64, align 8
  store i64 0, ptr %.551, align 8
  %.554 = alloca i64, align 8
  store i64 0, ptr %.554, align 8
  %.733 = alloca i64, align 8
  store i64 0, ptr %.733, align 8
  %.736 = alloca i64, align 8
  store i64 0, ptr %.736, align 8
  %.939 = alloca ptr, align 8
  store ptr null, ptr %.939, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.999 = alloca ptr, align 8
  store ptr null, ptr %.999, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.1212 = alloca double, align 8
  store double 0.000000e+00, ptr %.1212, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.1374 = alloca i64, align 8
  store i64 0, ptr %.1374, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  store i64 0, ptr %.196, align 8
  %.210 = icmp slt i64 %arg.pieces.5.0, 1
  %storemerge = select i1 %.210, i64 0, i64 %arg.pieces.5.0
  store i64 %storemerge, ptr %.199, align 8
  br label %B60

B60:                                              ; preds = %B771, %entry
  %.254 = load i64, ptr %.199, align 8
  %.255 = icmp sgt i64 %.254, 0
  br i1 %.255, label %B62.if, label %B770

B242:                                             ; preds = %B62.if, %B332
  %.606 = load i64, ptr %.554, align 8
  %.607 = icmp sgt i64 %.606, 0
  br i1 %.607, label %B242.if, label %B426

B332:                                             ; preds = %B332.if, %B242.if
  %.788 = load i64, ptr %.736, align 8
  %.789 = icmp sgt i64 %.788, 0
  br i1 %.789, label %B332.if, label %B242

B426:                                             ; preds = %B242
  store ptr null, ptr %.939, align 8
  %.955 = call i32 @looking.ask(ptr nonnull %.939, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %2)
  switch i32 %.955, label %B426.if [
    i32 -2, label %B426.endif
    i32 0, label %B426.endif
  ], !prof !0

B494:                                             ; preds = %B426.endif
  store ptr null, ptr %.999, align 8
  %.1013 = call i32 @looking.tell(ptr nonnull %.999, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.answers.0, ptr %arg.answers.1, i64 %arg.answers.2, i64 %arg.answers.3, ptr %arg.answers.4, i64 %arg.answers.5.0, i64 %arg.answers.5.1, i64 %arg.answers.6.0, i64 %arg.answers.6.1, i64 %.350, i64 %.461, i64 %2)
  switch i32 %.1013, label %B494.if [
    i32 -2, label %B771
    i32 0, label %B771
  ], !prof !0

B536:                                             ; preds = %B426.endif
  %.1053 = add nsw i64 %arg.layers.5.0, -1
  %.1081 = call i64 @llvm.smin.i64(i64 %arg.layers.5.0, i64 0)
  %.1082 = add i64 %.1053, %.1081
  %.1102 = mul i64 %.1082, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.1102
  %.1106 = getelementptr i8, ptr %0, i64 72
  %.1107 = load i64, ptr %.1106, align 8
  %.1109 = mul nsw i64 %.1107, %2
  %.1139 = getelementptr i8, ptr %arg.ways.4, i64 8
  %.1140 = load i64, ptr %.1139, align 8
  store double 0.000000e+00, ptr %.1212, align 8
  %.1220 = call i32 @tallies.sum_losses(ptr nonnull %.1212, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.1140, i64 %.1109, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.5.1, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.1, i64 %arg.wanted.6.1, i64 %.350, i64 %.461)
  %.1230 = load double, ptr %.1212, align 8
  switch i32 %.1220, label %B536.if [
    i32 -2, label %B536.endif
    i32 0, label %B536.endif
  ], !prof !0

common.ret:                                       ; preds = %B536.endif.if, %B536.if, %B494.if, %B426.if, %B770
  %common.ret.op = phi i32 [ 0, %B770 ], [ %.1382, %B536.endif.if ], [ %.1013, %B494.if ], [ %.955, %B426.if ], [ %.1220, %B536.if ]
  ret i32 %common.ret.op

B770:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B771:                                             ; preds = %B536.endif.endif, %B494, %B494
  br label %B60

B62.if:                                           ; preds = %B60
  %.261 = load i64, ptr %.196, align 8
  %.264 = add nsw i64 %.254, -1
  store i64 %.264, ptr %.199, align 8
  %.268 = add i64 %.261, 1
  store i64 %.268, ptr %.196, align 8
  %.323 = icmp slt i64 %.261, 0
  %.324 = select i1 %.323, i64 %arg.pieces.5.0, i64 0
  %.325 = add i64 %.261, %.324
  %.345 = mul i64 %.325, %arg.pieces.5.1
  %.349 = getelementptr i64, ptr %arg.pieces.4, i64 %.345
  %.350 = load i64, ptr %.349, align 8
  %.378 = icmp slt i64 %.261, 0
  %.379 = select i1 %.378, i64 %arg.pieces.5.0, i64 0
  %.380 = add i64 %.261, %.379
  %.400 = mul i64 %.380, %arg.pieces.5.1
  %1 = getelementptr i64, ptr %arg.pieces.4, i64 %.400
  %.404 = getelementptr i8, ptr %1, i64 8
  %.405 = load i64, ptr %.404, align 8
  %.433 = icmp slt i64 %.261, 0
  %.434 = select i1 %.433, i64 %arg.pieces.5.0, i64 0
  %.435 = add i64 %.261, %.434
  %.455 = mul i64 %.435, %arg.pieces.5.1
  %.459 = getelementptr i64, ptr %arg.pieces.4, i64 %.455
  %.460 = load i64, ptr %.459, align 8
  %.461 = sub nsw i64 %.405, %.460
  %.470 = add nsw i64 %.461, 15
  %2 = and i64 %.470, -16
  store i64 0, ptr %.551, align 8
  %.565 = icmp slt i64 %arg.exam.5.0, 1
  %storemerge581 = select i1 %.565, i64 0, i64 %arg.exam.5.0
  store i64 %storemerge581, ptr %.554, align 8
  br label %B242

B242.if:                                          ; preds = %B242
  %.613 = load i64, ptr %.551, align 8
  %.616 = add nsw i64 %.606, -1
  store i64 %.616, ptr %.554, align 8
  %.620 = add i64 %.613, 1
  store i64 %.620, ptr %.551, align 8
  %.700 = getelementptr i8, ptr %arg.layers.4, i64 56
  %.701 = load i64, ptr %.700, align 8
  %.703 = add nsw i64 %.701, %.613
  %.705 = mul nsw i64 %.703, %2
  store i64 0, ptr %.733, align 8
  %.747 = icmp slt i64 %2, 1
  %3 = add nuw i64 %2, 15
  %.768 = lshr i64 %3, 4
  %storemerge583 = select i1 %.747, i64 0, i64 %.768
  store i64 %storemerge583, ptr %.736, align 8
  br label %B332

B332.if:                                          ; preds = %B332
  %.795 = load i64, ptr %.733, align 8
  %.798 = add nsw i64 %.788, -1
  store i64 %.798, ptr %.736, align 8
  %.802 = add i64 %.795, 16
  store i64 %.802, ptr %.733, align 8
  %.848 = icmp slt i64 %.613, 0
  %.849 = select i1 %.848, i64 %arg.exam.5.0, i64 0
  %.850 = add i64 %.613, %.849
  %.867 = mul i64 %.850, %arg.exam.5.1
  %.869 = getelementptr float, ptr %arg.exam.4, i64 %.867
  %4 = getelementptr float, ptr %.869, i64 %.350
  %.906 = getelementptr float, ptr %4, i64 %.795
  %.908 = load <16 x float>, ptr %.906, align 4
  %5 = getelementptr float, ptr %arg.work.4, i64 %.705
  %.916 = getelementptr float, ptr %5, i64 %.795
  store <16 x float> %.908, ptr %.916, align 4
  br label %B332

B426.if:                                          ; preds = %B426
  %.963 = icmp sgt i32 %.955, 0
  %.956 = load ptr, ptr %excinfo.1, align 8
  %.964 = select i1 %.963, ptr %.956, ptr undef
  store ptr %.964, ptr %excinfo, align 8
  br label %common.ret

B426.endif:                                       ; preds = %B426, %B426
  %.988.not = icmp eq i64 %arg.answers.5.0, 0
  br i1 %.988.not, label %B536, label %B494

B494.if:                                          ; preds = %B494
  %.1021 = icmp sgt i32 %.1013, 0
  %.1014 = load ptr, ptr %excinfo.2, align 8
  %.1022 = select i1 %.1021, ptr %.1014, ptr undef
  store ptr %.1022, ptr %excinfo, align 8
  br label %common.ret

B536.if:                                          ; preds = %B536
  %.1228 = icmp sgt i32 %.1220, 0
  %.1221 = load ptr, ptr %excinfo.3, align 8
  %.1229 = select i1 %.1228, ptr %.1221, ptr undef
  store ptr %.1229, ptr %excinfo, align 8
  br label %common.ret

B536.endif:                                       ; preds = %B536, %B536
  %.1254 = icmp slt i64 %.261, 0
  %.1255 = select i1 %.1254, i64 %arg.losses.5.0, i64 0
  %6 = getelementptr double, ptr %arg.losses.4, i64 %.261
  %.1269 = getelementptr double, ptr %6, i64 %.1255
  store double %.1230, ptr %.1269, align 8
  %.1300 = getelementptr i8, ptr %arg.bounds.4, i64 24
  %.1301 = load double, ptr %.1300, align 8
  store i64 0, ptr %.1374, align 8
  %.1382 = call i32 @tallies.count_right(ptr nonnull %.1374, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, double %.1301, i64 %.1109, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.5.1, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.1, i64 %arg.wanted.6.1, i64 %.350, i64 %.461, i64 %2)
  %.1392 = load i64, ptr %.1374, align 8
  switch i32 %.1382, label %B536.endif.if [
    i32 -2, label %B536.endif.endif
    i32 0, label %B536.endif.endif
  ], !prof !0

B536.endif.if:                                    ; preds = %B536.endif
  %.1390 = icmp sgt i32 %.1382, 0
  %.1383 = load ptr, ptr %excinfo.4, align 8
  %.1391 = select i1 %.1390, ptr %.1383, ptr undef
  store ptr %.1391, ptr %excinfo, align 8
  br label %common.ret

B536.endif.endif:                                 ; preds = %B536.endif, %B536.endif
  %.1422 = icmp slt i64 %.261, 0
  %.1423 = select i1 %.1422, i64 %arg.right.5.0, i64 0
  %7 = getelementptr i64, ptr %arg.right.4, i64 %.261
  %.1437 = getelementptr i64, ptr %7, i64 %.1423
  store i64 %.1392, ptr %.1437, align 8
  br label %B771
}

; Function Attrs: noinline
define internal i32 @learning._write_down(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.slate.0, ptr %arg.slate.1, i64 %arg.slate.2, i64 %arg.slate.3, ptr %arg.slate.4, i64 %arg.slate.5.0, i64 %arg.slate.6.0, ptr %arg.written.0.0, ptr %arg.written.0.1, i64 %arg.written.0.2, i64 %arg.written.0.3, ptr %arg.written.0.4, i64 %arg.written.0.5.0, i64 %arg.written.0.6.0, ptr %arg.written.1.0, ptr %arg.written.1.1, i64 %arg.written.1.2, i64 %arg.written.1.3, ptr %arg.written.1.4, i64 %arg.written.1.5.0, i64 %arg.written.1.6.0, ptr %arg.written.2.0, ptr %arg.written.2.1, i64 %arg.written.2.2, i64 %arg.written.2.3, ptr %arg.written.2.4, i64 %arg.written.2.5.0, i64 %arg.written.2.6.0, ptr %arg.written.3.0, ptr %arg.written.3.1, i64 %arg.written.3.2, i64 %arg.written.3.3, ptr %arg.written.3.4, i64 %arg.written.3.5.0, i64 %arg.written.3.6.0, ptr %arg.written.4.0, ptr %arg.written.4.1, i64 %arg.written.4.2, i64 %arg.written.4.3, ptr %arg.written.4.4, i64 %arg.written.4.5.0, i64 %arg.written.4.6.0, ptr %arg.written.5.0, ptr %arg.written.5.1, i64 %arg.written.5.2, i64 %arg.written.5.3, ptr %arg.written.5.4, i64 %arg.written.5.5.0, i64 %arg.written.5.6.0, ptr %arg.written.6.0, ptr %arg.written.6.1, i64 %arg.written.6.2, i64 %arg.written.6.3, ptr %arg.written.6.4, i64 %arg.written.6.5.0, i64 %arg.written.6.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0) #1 {
entry:
  %.173 = alloca ptr, align 8
  store ptr null, ptr %.173, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.239 = alloca ptr, align 8
  store ptr null, ptr %.239, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.308 = alloca ptr, align 8
  store ptr null, ptr %.308, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.377 = alloca ptr, align 8
  store ptr null, ptr %.377, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.416 = alloca ptr, align 8
  store ptr null, ptr %.416, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.481 = alloca ptr, align 8
  store ptr null, ptr %.481, align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.521 = alloca ptr, align 8
  store ptr null, ptr %.521, align 8
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  store ptr null, ptr %.173, align 8
  %.181 = call i32 @learning._copy(ptr nonnull %.173, ptr nonnull %excinfo.1, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.written.0.0, ptr %arg.written.0.1, i64 %arg.written.0.2, i64 %arg.written.0.3, ptr %arg.written.0.4, i64 %arg.written.0.5.0, i64 %arg.written.0.6.0)
  switch i32 %.181, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B82:                                              ; preds = %B0.endif
  store ptr null, ptr %.239, align 8
  %.247 = call i32 @learning._copy(ptr nonnull %.239, ptr nonnull %excinfo.2, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.written.1.0, ptr %arg.written.1.1, i64 %arg.written.1.2, i64 %arg.written.1.3, ptr %arg.written.1.4, i64 %arg.written.1.5.0, i64 %arg.written.1.6.0)
  switch i32 %.247, label %B82.if [
    i32 -2, label %B126
    i32 0, label %B126
  ], !prof !0

B126:                                             ; preds = %B0.endif, %B82, %B82
  %.300 = getelementptr i8, ptr %arg.slate.4, i64 24
  %.301 = load i64, ptr %.300, align 8
  %.302.not = icmp eq i64 %.301, 0
  br i1 %.302.not, label %B196, label %B152

B152:                                             ; preds = %B126
  store ptr null, ptr %.308, align 8
  %.316 = call i32 @learning._copy(ptr nonnull %.308, ptr nonnull %excinfo.3, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.written.2.0, ptr %arg.written.2.1, i64 %arg.written.2.2, i64 %arg.written.2.3, ptr %arg.written.2.4, i64 %arg.written.2.5.0, i64 %arg.written.2.6.0)
  switch i32 %.316, label %B152.if [
    i32 -2, label %B196
    i32 0, label %B196
  ], !prof !0

B196:                                             ; preds = %B152, %B152, %B126
  %.369 = getelementptr i8, ptr %arg.slate.4, i64 32
  %.370 = load i64, ptr %.369, align 8
  %.371.not = icmp eq i64 %.370, 0
  br i1 %.371.not, label %B266, label %B222

B222:                                             ; preds = %B196
  store ptr null, ptr %.377, align 8
  %.385 = call i32 @learning._copy(ptr nonnull %.377, ptr nonnull %excinfo.4, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.written.3.0, ptr %arg.written.3.1, i64 %arg.written.3.2, i64 %arg.written.3.3, ptr %arg.written.3.4, i64 %arg.written.3.5.0, i64 %arg.written.3.6.0)
  switch i32 %.385, label %B222.if [
    i32 -2, label %B266
    i32 0, label %B266
  ], !prof !0

B266:                                             ; preds = %B222, %B222, %B196
  store ptr null, ptr %.416, align 8
  %.424 = call i32 @learning._copy.12(ptr nonnull %.416, ptr nonnull %excinfo.5, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0, ptr %arg.written.4.0, ptr %arg.written.4.1, i64 %arg.written.4.2, i64 %arg.written.4.3, ptr %arg.written.4.4, i64 %arg.written.4.5.0, i64 %arg.written.4.6.0)
  switch i32 %.424, label %B266.if [
    i32 -2, label %B266.endif
    i32 0, label %B266.endif
  ], !prof !0

B336:                                             ; preds = %B266.endif
  store ptr null, ptr %.481, align 8
  %.489 = call i32 @learning._copy.13(ptr nonnull %.481, ptr nonnull %excinfo.6, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, ptr %arg.written.6.0, ptr %arg.written.6.1, i64 %arg.written.6.2, i64 %arg.written.6.3, ptr %arg.written.6.4, i64 %arg.written.6.5.0, i64 %arg.written.6.6.0)
  switch i32 %.489, label %B336.if [
    i32 -2, label %B368
    i32 0, label %B368
  ], !prof !0

B368:                                             ; preds = %B266.endif, %B336, %B336
  store ptr null, ptr %.521, align 8
  %.529 = call i32 @learning._copy.14(ptr nonnull %.521, ptr nonnull %excinfo.7, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, ptr %arg.written.5.0, ptr %arg.written.5.1, i64 %arg.written.5.2, i64 %arg.written.5.3, ptr %arg.written.5.4, i64 %arg.written.5.5.0, i64 %arg.written.5.6.0)
  switch i32 %.529, label %B368.if [
    i32 -2, label %B368.endif
    i32 0, label %B368.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.189 = icmp sgt i32 %.181, 0
  %.182 = load ptr, ptr %excinfo.1, align 8
  %.190 = select i1 %.189, ptr %.182, ptr undef
  store ptr %.190, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  %.231 = getelementptr i8, ptr %arg.slate.4, i64 16
  %.232 = load i64, ptr %.231, align 8
  %.233.not = icmp eq i64 %.232, 0
  br i1 %.233.not, label %B126, label %B82

common.ret:                                       ; preds = %B368.endif, %B368.if, %B336.if, %B266.if, %B222.if, %B152.if, %B82.if, %B0.if
  %common.ret.op = phi i32 [ %.489, %B336.if ], [ %.181, %B0.if ], [ %.247, %B82.if ], [ %.316, %B152.if ], [ %.385, %B222.if ], [ %.424, %B266.if ], [ 0, %B368.endif ], [ %.529, %B368.if ]
  ret i32 %common.ret.op

B82.if:                                           ; preds = %B82
  %.255 = icmp sgt i32 %.247, 0
  %.248 = load ptr, ptr %excinfo.2, align 8
  %.256 = select i1 %.255, ptr %.248, ptr undef
  store ptr %.256, ptr %excinfo, align 8
  br label %common.ret

B152.if:                                          ; preds = %B152
  %.324 = icmp sgt i32 %.316, 0
  %.317 = load ptr, ptr %excinfo.3, align 8
  %.325 = select i1 %.324, ptr %.317, ptr undef
  store ptr %.325, ptr %excinfo, align 8
  br label %common.ret

B222.if:                                          ; preds = %B222
  %.393 = icmp sgt i32 %.385, 0
  %.386 = load ptr, ptr %excinfo.4, align 8
  %.394 = select i1 %.393, ptr %.386, ptr undef
  store ptr %.394, ptr %excinfo, align 8
  br label %common.ret

B266.if:                                          ; preds = %B266
  %.432 = icmp sgt i32 %.424, 0
  %.425 = load ptr, ptr %excinfo.5, align 8
  %.433 = select i1 %.432, ptr %.425, ptr undef
  store ptr %.433, ptr %excinfo, align 8
  br label %common.ret

B266.endif:                                       ; preds = %B266, %B266
  %.474 = getelementptr i8, ptr %arg.slate.4, i64 56
  %.475 = load i64, ptr %.474, align 8
  %.476.not = icmp eq i64 %.475, 0
  br i1 %.476.not, label %B368, label %B336

B336.if:                                          ; preds = %B336
  %.497 = icmp sgt i32 %.489, 0
  %.490 = load ptr, ptr %excinfo.6, align 8
  %.498 = select i1 %.497, ptr %.490, ptr undef
  store ptr %.498, ptr %excinfo, align 8
  br label %common.ret

B368.if:                                          ; preds = %B368
  %.537 = icmp sgt i32 %.529, 0
  %.530 = load ptr, ptr %excinfo.7, align 8
  %.538 = select i1 %.537, ptr %.530, ptr undef
  store ptr %.538, ptr %excinfo, align 8
  br label %common.ret

B368.endif:                                       ; preds = %B368, %B368
  store atomic i64 2, ptr %arg.slate.4 release, align 8
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @learning._update(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.shares.0, ptr %arg.shares.1, i64 %arg.shares.2, i64 %arg.shares.3, ptr %arg.shares.4, i64 %arg.shares.5.0, i64 %arg.shares.6.0, ptr %arg.prefixes.0, ptr %arg.prefixes.1, i64 %arg.prefixes.2, i64 %arg.prefixes.3, ptr %arg.prefixes.4, i64 %arg.prefixes.5.0, i64 %arg.prefixes.6.0, ptr %arg.streams.0, ptr %arg.streams.1, i64 %arg.streams.2, i64 %arg.streams.3, ptr %arg.streams.4, i64 %arg.streams.5.0, i64 %arg.streams.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, i64 %arg.end, double %arg.rate, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, ptr %arg.before.0, ptr %arg.before.1, i64 %arg.before.2, i64 %arg.before.3, ptr %arg.before.4, i64 %arg.before.5.0, i64 %arg.before.6.0, ptr %arg.normal.0, ptr %arg.normal.1, i64 %arg.normal.2, i64 %arg.normal.3, ptr %arg.normal.4, i64 %arg.normal.5.0, i64 %arg.normal.6.0) #0 {
entry:
  %.380 = alloca i64, align 8
  store i64 0, ptr %.380, align 8
  %.383 = alloca i64, align 8
  store i64 0, ptr %.383, align 8
  %.575 = alloca i64, align 8
  store i64 0, ptr %.575, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.693 = alloca i64, align 8
  store i64 0, ptr %.693, align 8
  %.696 = alloca i64, align 8
  store i64 0, ptr %.696, align 8
  %.828 = alloca i64, align 8
  store i64 0, ptr %.828, align 8
  %.831 = alloca i64, align 8
  store i64 0, ptr %.831, align 8
  %.1004 = alloca ptr, align 8
  store ptr null, ptr %.1004, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.1246 = alloca i64, align 8
  store i64 0, ptr %.1246, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.1319 = alloca ptr, align 8
  store ptr null, ptr %.1319, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.1362 = alloca ptr, align 8
  store ptr null, ptr %.1362, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.1477 = alloca ptr, align 8
  store ptr null, ptr %.1477, align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.1574 = alloca ptr, align 8
  store ptr null, ptr %.1574, align 8
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.1635 = alloca ptr, align 8
  store ptr null, ptr %.1635, align 8
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  %.1709 = alloca ptr, align 8
  store ptr null, ptr %.1709, align 8
  %excinfo.9 = alloca ptr, align 8
  store ptr null, ptr %excinfo.9, align 8
  %.1791 = alloca ptr, align 8
  store ptr null, ptr %.1791, align 8
  %excinfo.10 = alloca ptr, align 8
  store ptr null, ptr %excinfo.10, align 8
  %.307 = getelementptr i8, ptr %arg.state.4, i64 8
  %.308 = load i64, ptr %.307, align 8
  %.309 = sub nsw i64 %arg.end, %.308
  %.338 = getelementptr i8, ptr %arg.state.4, i64 16
  %.339 = load i64, ptr %.338, align 8
  %.340 = add nsw i64 %.309, %.339
  store i64 0, ptr %.380, align 8
  %.394 = icmp slt i64 %arg.layers.5.0, 1
  %storemerge = select i1 %.394, i64 0, i64 %arg.layers.5.0
  store i64 %storemerge, ptr %.383, align 8
  br label %B120

B120:                                             ; preds = %B252, %entry
  %.437 = load i64, ptr %.383, align 8
  %.438 = icmp sgt i64 %.437, 0
  br i1 %.438, label %B120.if, label %B262

B148:                                             ; preds = %B120.if
  %.528 = icmp slt i64 %.444, 0
  %.529 = select i1 %.528, i64 %arg.prefixes.5.0, i64 0
  %0 = getelementptr i64, ptr %arg.prefixes.4, i64 %.444
  %.543 = getelementptr i64, ptr %0, i64 %.529
  %.544 = load i64, ptr %.543, align 8
  %.573 = getelementptr i8, ptr %arg.state.4, i64 24
  %.574 = load i64, ptr %.573, align 8
  store i64 0, ptr %.575, align 8
  %.579 = call i32 @chance.key(ptr nonnull %.575, ptr nonnull %excinfo.1, i64 %.544, i64 %.574)
  %.589 = load i64, ptr %.575, align 8
  switch i32 %.579, label %B148.if [
    i32 -2, label %B252
    i32 0, label %B252
  ], !prof !0

B252:                                             ; preds = %B120.if, %B148, %B148
  %"$phi252.1.2.1" = phi i64 [ 0, %B120.if ], [ %.589, %B148 ], [ %.589, %B148 ]
  %.621 = icmp slt i64 %.444, 0
  %.622 = select i1 %.621, i64 %arg.streams.5.0, i64 0
  %1 = getelementptr i64, ptr %arg.streams.4, i64 %.444
  %.636 = getelementptr i64, ptr %1, i64 %.622
  store i64 %"$phi252.1.2.1", ptr %.636, align 8
  br label %B120

B262:                                             ; preds = %B120
  store i64 0, ptr %.693, align 8
  %.707 = icmp slt i64 %arg.gradient.5.0, 1
  %storemerge888 = select i1 %.707, i64 0, i64 %arg.gradient.5.0
  store i64 %storemerge888, ptr %.696, align 8
  br label %B378

B378:                                             ; preds = %B378.if, %B262
  %.748 = load i64, ptr %.696, align 8
  %.749 = icmp sgt i64 %.748, 0
  br i1 %.749, label %B378.if, label %B418

B418:                                             ; preds = %B378
  store i64 0, ptr %.828, align 8
  %.842 = icmp slt i64 %.340, 1
  %2 = add nuw i64 %.340, 127
  %.863 = lshr i64 %2, 7
  %storemerge890 = select i1 %.842, i64 0, i64 %.863
  store i64 %storemerge890, ptr %.831, align 8
  br label %B462

B462:                                             ; preds = %B916.endif, %B418
  %.883 = load i64, ptr %.831, align 8
  %.884 = icmp sgt i64 %.883, 0
  br i1 %.884, label %B462.if, label %B972

B658:                                             ; preds = %B516.endif.endif
  %.1135 = getelementptr i8, ptr %arg.layers.4, i64 56
  %.1136 = load i64, ptr %.1135, align 8
  %.1138 = mul nsw i64 %.1136, %6
  %.1167 = getelementptr i8, ptr %arg.ways.4, i64 56
  %.1168 = load i64, ptr %.1167, align 8
  %.1170 = mul nsw i64 %.1168, %6
  %.1199 = icmp slt i64 %arg.layers.5.0, -1
  %.1200 = select i1 %.1199, i64 %arg.prefixes.5.0, i64 0
  %3 = getelementptr i64, ptr %arg.prefixes.4, i64 %arg.layers.5.0
  %4 = getelementptr i8, ptr %3, i64 8
  %.1214 = getelementptr i64, ptr %4, i64 %.1200
  %.1215 = load i64, ptr %.1214, align 8
  %.1244 = getelementptr i8, ptr %arg.state.4, i64 24
  %.1245 = load i64, ptr %.1244, align 8
  store i64 0, ptr %.1246, align 8
  %.1250 = call i32 @chance.key(ptr nonnull %.1246, ptr nonnull %excinfo.3, i64 %.1215, i64 %.1245)
  %.1260 = load i64, ptr %.1246, align 8
  switch i32 %.1250, label %B658.if [
    i32 -2, label %B658.endif
    i32 0, label %B658.endif
  ], !prof !0

B916:                                             ; preds = %B658.endif, %B658.endif, %B516.endif.endif
  store ptr null, ptr %.1362, align 8
  %.1388 = call i32 @learning._learn_chunk(ptr nonnull %.1362, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.shares.0, ptr %arg.shares.1, i64 %arg.shares.2, i64 %arg.shares.3, ptr %arg.shares.4, i64 %arg.shares.5.0, i64 %arg.shares.6.0, ptr %arg.streams.0, ptr %arg.streams.1, i64 %arg.streams.2, i64 %arg.streams.3, ptr %arg.streams.4, i64 %arg.streams.5.0, i64 %arg.streams.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, i64 %.890, i64 %"$phi516.1.2.1", i64 %6, i64 %.340)
  switch i32 %.1388, label %B916.if [
    i32 -2, label %B916.endif
    i32 0, label %B916.endif
  ], !prof !0

B972:                                             ; preds = %B462
  %.1469 = getelementptr i8, ptr %arg.ways.4, i64 40
  %.1470 = load i64, ptr %.1469, align 8
  %.1471.not = icmp eq i64 %.1470, 0
  br i1 %.1471.not, label %B1032, label %B998

B998:                                             ; preds = %B972
  store ptr null, ptr %.1477, align 8
  %.1489 = call i32 @gradient.penalize(ptr nonnull %.1477, ptr nonnull %excinfo.6, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1)
  switch i32 %.1489, label %B998.if [
    i32 -2, label %B1032
    i32 0, label %B1032
  ], !prof !0

B1032:                                            ; preds = %B998, %B998, %B972
  %.1539 = getelementptr i8, ptr %arg.bounds.4, i64 8
  %.1540 = load double, ptr %.1539, align 8
  %.1569 = getelementptr i8, ptr %arg.bounds.4, i64 16
  %.1570 = load double, ptr %.1569, align 8
  store ptr null, ptr %.1574, align 8
  %.1580 = call i32 @gradient.clip(ptr nonnull %.1574, ptr nonnull %excinfo.7, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, double %.1540, double %.1570)
  switch i32 %.1580, label %B1032.if [
    i32 -2, label %B1032.endif
    i32 0, label %B1032.endif
  ], !prof !0

B1136:                                            ; preds = %B1032.endif
  store ptr null, ptr %.1635, align 8
  %.1643 = call i32 @learning._copy(ptr nonnull %.1635, ptr nonnull %excinfo.8, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.before.0, ptr %arg.before.1, i64 %arg.before.2, i64 %arg.before.3, ptr %arg.before.4, i64 %arg.before.5.0, i64 %arg.before.6.0)
  switch i32 %.1643, label %B1136.if [
    i32 -2, label %B1168
    i32 0, label %B1168
  ], !prof !0

B1168:                                            ; preds = %B1032.endif, %B1136, %B1136
  %.1694 = load i64, ptr %arg.ways.4, align 8
  store ptr null, ptr %.1709, align 8
  %.1727 = call i32 @optimizers.step(ptr nonnull %.1709, ptr nonnull %excinfo.9, i64 %.1694, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.slots.0.0, ptr %arg.slots.0.1, i64 %arg.slots.0.2, i64 %arg.slots.0.3, ptr %arg.slots.0.4, i64 %arg.slots.0.5.0, i64 %arg.slots.0.6.0, ptr %arg.slots.1.0, ptr %arg.slots.1.1, i64 %arg.slots.1.2, i64 %arg.slots.1.3, ptr %arg.slots.1.4, i64 %arg.slots.1.5.0, i64 %arg.slots.1.6.0, ptr %arg.slots.2.0, ptr %arg.slots.2.1, i64 %arg.slots.2.2, i64 %arg.slots.2.3, ptr %arg.slots.2.4, i64 %arg.slots.2.5.0, i64 %arg.slots.2.6.0, ptr %arg.slots.3.0, ptr %arg.slots.3.1, i64 %arg.slots.3.2, i64 %arg.slots.3.3, ptr %arg.slots.3.4, i64 %arg.slots.3.5.0, i64 %arg.slots.3.6.0)
  switch i32 %.1727, label %B1168.if [
    i32 -2, label %B1168.endif
    i32 0, label %B1168.endif
  ], !prof !0

B1310:                                            ; preds = %B1168.endif
  store ptr null, ptr %.1791, align 8
  %.1805 = call i32 @gradient.cut_links(ptr nonnull %.1791, ptr nonnull %excinfo.10, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.before.0, ptr %arg.before.1, i64 %arg.before.2, i64 %arg.before.3, ptr %arg.before.4, i64 %arg.before.5.0, i64 %arg.before.6.0, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, double %arg.rate)
  switch i32 %.1805, label %B1310.if [
    i32 -2, label %B1348
    i32 0, label %B1348
  ], !prof !0

common.ret:                                       ; preds = %B1310.if, %B1168.if, %B1136.if, %B1032.if, %B998.if, %B916.if, %B658.endif.if, %B658.if, %B516.endif.if, %B148.if, %B1348
  %common.ret.op = phi i32 [ 0, %B1348 ], [ %.1805, %B1310.if ], [ %.1727, %B1168.if ], [ %.1643, %B1136.if ], [ %.1580, %B1032.if ], [ %.579, %B148.if ], [ %.1030, %B516.endif.if ], [ %.1250, %B658.if ], [ %.1327, %B658.endif.if ], [ %.1388, %B916.if ], [ %.1489, %B998.if ]
  ret i32 %common.ret.op

B1348:                                            ; preds = %B1168.endif, %B1310, %B1310
  store i64 %.340, ptr %retptr, align 8
  br label %common.ret

B120.if:                                          ; preds = %B120
  %.444 = load i64, ptr %.380, align 8
  %.447 = add nsw i64 %.437, -1
  store i64 %.447, ptr %.383, align 8
  %.451 = add i64 %.444, 1
  store i64 %.451, ptr %.380, align 8
  %.493 = icmp slt i64 %.444, 0
  %.494 = select i1 %.493, i64 %arg.shares.5.0, i64 0
  %5 = getelementptr double, ptr %arg.shares.4, i64 %.444
  %.508 = getelementptr double, ptr %5, i64 %.494
  %.509 = load double, ptr %.508, align 8
  %.511 = fcmp nsz contract ogt double %.509, 0.000000e+00
  br i1 %.511, label %B148, label %B252

B148.if:                                          ; preds = %B148
  %.587 = icmp sgt i32 %.579, 0
  %.580 = load ptr, ptr %excinfo.1, align 8
  %.588 = select i1 %.587, ptr %.580, ptr undef
  store ptr %.588, ptr %excinfo, align 8
  br label %common.ret

B378.if:                                          ; preds = %B378
  %.755 = load i64, ptr %.693, align 8
  %.758 = add nsw i64 %.748, -1
  store i64 %.758, ptr %.696, align 8
  %.762 = add i64 %.755, 1
  store i64 %.762, ptr %.693, align 8
  %.795 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.755
  store float 0.000000e+00, ptr %.795, align 4
  br label %B378

B462.if:                                          ; preds = %B462
  %.890 = load i64, ptr %.828, align 8
  %.893 = add nsw i64 %.883, -1
  store i64 %.893, ptr %.831, align 8
  %.897 = add i64 %.890, 128
  store i64 %.897, ptr %.828, align 8
  %.927 = sub nsw i64 %.340, %.890
  %.928 = icmp slt i64 %.927, 128
  %.932 = sub nsw i64 %.340, %.890
  %"$phi516.1.2.1" = select i1 %.928, i64 %.932, i64 128
  %.948 = add nsw i64 %"$phi516.1.2.1", 15
  %6 = and i64 %.948, -16
  store ptr null, ptr %.1004, align 8
  %.1030 = call i32 @learning._collect(ptr nonnull %.1004, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, i64 %.890, i64 %"$phi516.1.2.1", i64 %6)
  switch i32 %.1030, label %B516.endif.if [
    i32 -2, label %B516.endif.endif
    i32 0, label %B516.endif.endif
  ], !prof !0

B516.endif.if:                                    ; preds = %B462.if
  %.1038 = icmp sgt i32 %.1030, 0
  %.1031 = load ptr, ptr %excinfo.2, align 8
  %.1039 = select i1 %.1038, ptr %.1031, ptr undef
  store ptr %.1039, ptr %excinfo, align 8
  br label %common.ret

B516.endif.endif:                                 ; preds = %B462.if, %B462.if
  %.1078 = getelementptr i8, ptr %arg.bounds.4, i64 32
  %.1079 = load double, ptr %.1078, align 8
  %.1081 = fcmp nsz contract ogt double %.1079, 0.000000e+00
  br i1 %.1081, label %B658, label %B916

B658.if:                                          ; preds = %B658
  %.1258 = icmp sgt i32 %.1250, 0
  %.1251 = load ptr, ptr %excinfo.3, align 8
  %.1259 = select i1 %.1258, ptr %.1251, ptr undef
  store ptr %.1259, ptr %excinfo, align 8
  br label %common.ret

B658.endif:                                       ; preds = %B658, %B658
  %.1312 = getelementptr i8, ptr %arg.bounds.4, i64 32
  %.1313 = load double, ptr %.1312, align 8
  store ptr null, ptr %.1319, align 8
  %.1327 = call i32 @chance.lay_noise(ptr nonnull %.1319, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.1138, i64 %.1170, i64 %arg.x.5.1, i64 %6, i64 %.890, i64 %"$phi516.1.2.1", double %.1313, i64 %.1260, ptr %arg.normal.0, ptr %arg.normal.1, i64 %arg.normal.2, i64 %arg.normal.3, ptr %arg.normal.4, i64 %arg.normal.5.0, i64 %arg.normal.6.0)
  switch i32 %.1327, label %B658.endif.if [
    i32 -2, label %B916
    i32 0, label %B916
  ], !prof !0

B658.endif.if:                                    ; preds = %B658.endif
  %.1335 = icmp sgt i32 %.1327, 0
  %.1328 = load ptr, ptr %excinfo.4, align 8
  %.1336 = select i1 %.1335, ptr %.1328, ptr undef
  store ptr %.1336, ptr %excinfo, align 8
  br label %common.ret

B916.if:                                          ; preds = %B916
  %.1396 = icmp sgt i32 %.1388, 0
  %.1389 = load ptr, ptr %excinfo.5, align 8
  %.1397 = select i1 %.1396, ptr %.1389, ptr undef
  store ptr %.1397, ptr %excinfo, align 8
  br label %common.ret

B916.endif:                                       ; preds = %B916, %B916
  br label %B462

B998.if:                                          ; preds = %B998
  %.1497 = icmp sgt i32 %.1489, 0
  %.1490 = load ptr, ptr %excinfo.6, align 8
  %.1498 = select i1 %.1497, ptr %.1490, ptr undef
  store ptr %.1498, ptr %excinfo, align 8
  br label %common.ret

B1032.if:                                         ; preds = %B1032
  %.1588 = icmp sgt i32 %.1580, 0
  %.1581 = load ptr, ptr %excinfo.7, align 8
  %.1589 = select i1 %.1588, ptr %.1581, ptr undef
  store ptr %.1589, ptr %excinfo, align 8
  br label %common.ret

B1032.endif:                                      ; preds = %B1032, %B1032
  %.1628 = getelementptr i8, ptr %arg.ways.4, i64 48
  %.1629 = load i64, ptr %.1628, align 8
  %.1630.not = icmp eq i64 %.1629, 0
  br i1 %.1630.not, label %B1168, label %B1136

B1136.if:                                         ; preds = %B1136
  %.1651 = icmp sgt i32 %.1643, 0
  %.1644 = load ptr, ptr %excinfo.8, align 8
  %.1652 = select i1 %.1651, ptr %.1644, ptr undef
  store ptr %.1652, ptr %excinfo, align 8
  br label %common.ret

B1168.if:                                         ; preds = %B1168
  %.1735 = icmp sgt i32 %.1727, 0
  %.1728 = load ptr, ptr %excinfo.9, align 8
  %.1736 = select i1 %.1735, ptr %.1728, ptr undef
  store ptr %.1736, ptr %excinfo, align 8
  br label %common.ret

B1168.endif:                                      ; preds = %B1168, %B1168
  %.1779 = getelementptr i8, ptr %arg.ways.4, i64 48
  %.1780 = load i64, ptr %.1779, align 8
  %.1783.not = icmp eq i64 %.1780, 0
  br i1 %.1783.not, label %B1348, label %B1310

B1310.if:                                         ; preds = %B1310
  %.1813 = icmp sgt i32 %.1805, 0
  %.1806 = load ptr, ptr %excinfo.10, align 8
  %.1814 = select i1 %.1813, ptr %.1806, ptr undef
  store ptr %.1814, ptr %excinfo, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @learning._copy(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.source.0, ptr %arg.source.1, i64 %arg.source.2, i64 %arg.source.3, ptr %arg.source.4, i64 %arg.source.5.0, i64 %arg.source.6.0, ptr %arg.goal.0, ptr %arg.goal.1, i64 %arg.goal.2, i64 %arg.goal.3, ptr %arg.goal.4, i64 %arg.goal.5.0, i64 %arg.goal.6.0) #0 {
entry:
  %.59 = alloca i64, align 8
  store i64 0, ptr %.59, align 8
  %.62 = alloca i64, align 8
  store i64 0, ptr %.62, align 8
  store i64 0, ptr %.59, align 8
  %.73 = icmp slt i64 %arg.source.5.0, 1
  %storemerge = select i1 %.73, i64 0, i64 %arg.source.5.0
  store i64 %storemerge, ptr %.62, align 8
  br label %B60

B60:                                              ; preds = %B60.if, %entry
  %.116 = load i64, ptr %.62, align 8
  %.117 = icmp sgt i64 %.116, 0
  br i1 %.117, label %B60.if, label %B128

B128:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  ret i32 0

B60.if:                                           ; preds = %B60
  %.123 = load i64, ptr %.59, align 8
  %.126 = add nsw i64 %.116, -1
  store i64 %.126, ptr %.62, align 8
  %.130 = add i64 %.123, 1
  store i64 %.130, ptr %.59, align 8
  %.162 = getelementptr inbounds float, ptr %arg.source.4, i64 %.123
  %.163 = load float, ptr %.162, align 4
  %.171 = getelementptr inbounds float, ptr %arg.goal.4, i64 %.123
  store float %.163, ptr %.171, align 4
  br label %B60
}

; Function Attrs: alwaysinline
define internal i32 @chance.key(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.prefix, i64 %arg.counter) #0 {
entry:
  %.9 = alloca i64, align 8
  store i64 0, ptr %.9, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.7 = add i64 %arg.prefix, -7046029254386353131
  %.8 = add i64 %.7, %arg.counter
  store i64 0, ptr %.9, align 8
  %.13 = call i32 @chance.mix(ptr nonnull %.9, ptr nonnull %excinfo.1, i64 %.8)
  %.23 = load i64, ptr %.9, align 8
  switch i32 %.13, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.21 = icmp sgt i32 %.13, 0
  %.14 = load ptr, ptr %excinfo.1, align 8
  %.22 = select i1 %.21, ptr %.14, ptr undef
  store ptr %.22, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.13, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  store i64 %.23, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @learning._learn_chunk(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, ptr %arg.shares.0, ptr %arg.shares.1, i64 %arg.shares.2, i64 %arg.shares.3, ptr %arg.shares.4, i64 %arg.shares.5.0, i64 %arg.shares.6.0, ptr %arg.streams.0, ptr %arg.streams.1, i64 %arg.streams.2, i64 %arg.streams.3, ptr %arg.streams.4, i64 %arg.streams.5.0, i64 %arg.streams.6.0, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.bounds.0, ptr %arg.bounds.1, i64 %arg.bounds.2, i64 %arg.bounds.3, ptr %arg.bounds.4, i64 %arg.bounds.5.0, i64 %arg.bounds.6.0, i64 %arg.first, i64 %arg.used, i64 %arg.width, i64 %arg.batch) #0 {
entry:
  %.163 = alloca i64, align 8
  store i64 0, ptr %.163, align 8
  %.166 = alloca i64, align 8
  store i64 0, ptr %.166, align 8
  %.269 = alloca ptr, align 8
  store ptr null, ptr %.269, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.578 = alloca ptr, align 8
  store ptr null, ptr %.578, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.887 = alloca ptr, align 8
  store ptr null, ptr %.887, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.944 = alloca i64, align 8
  store i64 0, ptr %.944, align 8
  %.947 = alloca i64, align 8
  store i64 0, ptr %.947, align 8
  %.1173 = alloca ptr, align 8
  store ptr null, ptr %.1173, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  store i64 0, ptr %.163, align 8
  %.177 = icmp slt i64 %arg.layers.5.0, 1
  %storemerge = select i1 %.177, i64 0, i64 %arg.layers.5.0
  store i64 %storemerge, ptr %.166, align 8
  br label %B64

B64:                                              ; preds = %B294, %entry
  %.220 = load i64, ptr %.166, align 8
  %.221 = icmp sgt i64 %.220, 0
  br i1 %.221, label %B64.if, label %B296

B134:                                             ; preds = %B66.endif
  %.368 = icmp slt i64 %.227, 0
  %.369 = select i1 %.368, i64 %arg.layers.5.0, i64 0
  %.370 = add i64 %.227, %.369
  %.390 = mul i64 %.370, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.390
  %.394 = getelementptr i8, ptr %0, i64 72
  %.395 = load i64, ptr %.394, align 8
  %.397 = mul nsw i64 %.395, %arg.width
  %.425 = icmp slt i64 %.227, 0
  %.426 = select i1 %.425, i64 %arg.layers.5.0, i64 0
  %.427 = add i64 %.227, %.426
  %.447 = mul i64 %.427, %arg.layers.5.1
  %1 = getelementptr i64, ptr %arg.layers.4, i64 %.447
  %.451 = getelementptr i8, ptr %1, i64 104
  %.452 = load i64, ptr %.451, align 8
  %.454 = mul nsw i64 %.452, %arg.width
  %.482 = icmp slt i64 %.227, 0
  %.483 = select i1 %.482, i64 %arg.layers.5.0, i64 0
  %.484 = add i64 %.227, %.483
  %.504 = mul i64 %.484, %arg.layers.5.1
  %2 = getelementptr i64, ptr %arg.layers.4, i64 %.504
  %.508 = getelementptr i8, ptr %2, i64 8
  %.509 = load i64, ptr %.508, align 8
  %.524 = icmp slt i64 %.227, 0
  %.525 = select i1 %.524, i64 %arg.shares.5.0, i64 0
  %3 = getelementptr double, ptr %arg.shares.4, i64 %.227
  %.539 = getelementptr double, ptr %3, i64 %.525
  %.540 = load double, ptr %.539, align 8
  %.555 = icmp slt i64 %.227, 0
  %.556 = select i1 %.555, i64 %arg.streams.5.0, i64 0
  %4 = getelementptr i64, ptr %arg.streams.4, i64 %.227
  %.570 = getelementptr i64, ptr %4, i64 %.556
  %.571 = load i64, ptr %.570, align 8
  store ptr null, ptr %.578, align 8
  %.584 = call i32 @chance.drop(ptr nonnull %.578, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.397, i64 %.454, i64 %.509, i64 %arg.width, i64 %arg.first, i64 %arg.used, double %.540, i64 %.571)
  switch i32 %.584, label %B134.if [
    i32 -2, label %B294
    i32 0, label %B294
  ], !prof !0

B294:                                             ; preds = %B66.endif, %B134, %B134
  br label %B64

B296:                                             ; preds = %B64
  %.619 = add nsw i64 %arg.layers.5.0, -1
  %.649 = getelementptr i8, ptr %arg.ways.4, i64 8
  %.650 = load i64, ptr %.649, align 8
  %.680 = load double, ptr %arg.bounds.4, align 8
  %.710 = call i64 @llvm.smin.i64(i64 %arg.layers.5.0, i64 0)
  %.711 = add i64 %.619, %.710
  %.731 = mul i64 %.711, %arg.layers.5.1
  %5 = getelementptr i64, ptr %arg.layers.4, i64 %.731
  %.735 = getelementptr i8, ptr %5, i64 72
  %.736 = load i64, ptr %.735, align 8
  %.738 = mul nsw i64 %.736, %arg.width
  %.767 = getelementptr i8, ptr %arg.ways.4, i64 56
  %.768 = load i64, ptr %.767, align 8
  %.772 = mul nsw i64 %.768, %arg.width
  %.800 = call i64 @llvm.smin.i64(i64 %arg.layers.5.0, i64 0)
  %.801 = add i64 %.619, %.800
  %.821 = mul i64 %.801, %arg.layers.5.1
  %6 = getelementptr i64, ptr %arg.layers.4, i64 %.821
  %.825 = getelementptr i8, ptr %6, i64 96
  %.826 = load i64, ptr %.825, align 8
  %.828 = mul nsw i64 %.826, %arg.width
  %.856 = call i64 @llvm.smin.i64(i64 %arg.layers.5.0, i64 0)
  %.857 = add i64 %.619, %.856
  %.877 = mul i64 %.857, %arg.layers.5.1
  %7 = getelementptr i64, ptr %arg.layers.4, i64 %.877
  %.881 = getelementptr i8, ptr %7, i64 8
  %.882 = load i64, ptr %.881, align 8
  store ptr null, ptr %.887, align 8
  %.893 = call i32 @losses.output_gradients(ptr nonnull %.887, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.650, double %.680, i64 %.738, i64 %.772, i64 %.828, i64 %.882, i64 %arg.width, i64 %arg.used, i64 %arg.batch)
  switch i32 %.893, label %B296.if [
    i32 -2, label %B296.endif
    i32 0, label %B296.endif
  ], !prof !0

B556:                                             ; preds = %B624.endif, %B296.endif
  %.999 = load i64, ptr %.947, align 8
  %.1000 = icmp sgt i64 %.999, 0
  br i1 %.1000, label %B556.if, label %B666

B586:                                             ; preds = %B556.if
  %.1069 = add nsw i64 %.1006, -1
  %.1096.inv = icmp sgt i64 %.1006, 0
  %.1097 = select i1 %.1096.inv, i64 0, i64 %arg.layers.5.0
  %.1098 = add i64 %.1069, %.1097
  %.1118 = mul i64 %.1098, %arg.layers.5.1
  %8 = getelementptr i64, ptr %arg.layers.4, i64 %.1118
  %.1122 = getelementptr i8, ptr %8, i64 96
  %.1123 = load i64, ptr %.1122, align 8
  br label %B624

B624:                                             ; preds = %B556.if, %B586
  %"$phi624.8.2.1" = phi i64 [ %.1123, %B586 ], [ -1, %B556.if ]
  %.1145 = icmp slt i64 %.1006, 0
  %.1146 = select i1 %.1145, i64 %arg.shares.5.0, i64 0
  %9 = getelementptr double, ptr %arg.shares.4, i64 %.1006
  %.1160 = getelementptr double, ptr %9, i64 %.1146
  %.1161 = load double, ptr %.1160, align 8
  %.1165 = fcmp nsz contract ogt double %.1161, 0.000000e+00
  store ptr null, ptr %.1173, align 8
  %.1187 = zext i1 %.1165 to i8
  %.1188 = call i32 @passes.backward(ptr nonnull %.1173, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %.1006, i64 %"$phi624.8.2.1", i8 %.1187, i64 %arg.width)
  switch i32 %.1188, label %B624.if [
    i32 -2, label %B624.endif
    i32 0, label %B624.endif
  ], !prof !0

common.ret:                                       ; preds = %B624.if, %B296.if, %B134.if, %B66.if, %B666
  %common.ret.op = phi i32 [ 0, %B666 ], [ %.1188, %B624.if ], [ %.893, %B296.if ], [ %.286, %B66.if ], [ %.584, %B134.if ]
  ret i32 %common.ret.op

B666:                                             ; preds = %B556
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B64.if:                                           ; preds = %B64
  %.227 = load i64, ptr %.163, align 8
  %.230 = add nsw i64 %.220, -1
  store i64 %.230, ptr %.166, align 8
  %.234 = add i64 %.227, 1
  store i64 %.234, ptr %.163, align 8
  store ptr null, ptr %.269, align 8
  %.286 = call i32 @passes.forward(ptr nonnull %.269, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %.227, i64 %arg.width, i8 1)
  switch i32 %.286, label %B66.if [
    i32 -2, label %B66.endif
    i32 0, label %B66.endif
  ], !prof !0

B66.if:                                           ; preds = %B64.if
  %.294 = icmp sgt i32 %.286, 0
  %.287 = load ptr, ptr %excinfo.1, align 8
  %.295 = select i1 %.294, ptr %.287, ptr undef
  store ptr %.295, ptr %excinfo, align 8
  br label %common.ret

B66.endif:                                        ; preds = %B64.if, %B64.if
  %.320 = icmp slt i64 %.227, 0
  %.321 = select i1 %.320, i64 %arg.shares.5.0, i64 0
  %10 = getelementptr double, ptr %arg.shares.4, i64 %.227
  %.335 = getelementptr double, ptr %10, i64 %.321
  %.336 = load double, ptr %.335, align 8
  %.338 = fcmp nsz contract ogt double %.336, 0.000000e+00
  br i1 %.338, label %B134, label %B294

B134.if:                                          ; preds = %B134
  %.592 = icmp sgt i32 %.584, 0
  %.585 = load ptr, ptr %excinfo.2, align 8
  %.593 = select i1 %.592, ptr %.585, ptr undef
  store ptr %.593, ptr %excinfo, align 8
  br label %common.ret

B296.if:                                          ; preds = %B296
  %.901 = icmp sgt i32 %.893, 0
  %.894 = load ptr, ptr %excinfo.3, align 8
  %.902 = select i1 %.901, ptr %.894, ptr undef
  store ptr %.902, ptr %excinfo, align 8
  br label %common.ret

B296.endif:                                       ; preds = %B296, %B296
  %.918 = add nsw i64 %arg.layers.5.0, -1
  store i64 %.918, ptr %.944, align 8
  %.958 = icmp ugt i64 %arg.layers.5.0, -9223372036854775808
  %storemerge527 = select i1 %.958, i64 0, i64 %arg.layers.5.0
  store i64 %storemerge527, ptr %.947, align 8
  br label %B556

B556.if:                                          ; preds = %B556
  %.1006 = load i64, ptr %.944, align 8
  %.1009 = add nsw i64 %.999, -1
  store i64 %.1009, ptr %.947, align 8
  %.1013 = add i64 %.1006, -1
  store i64 %.1013, ptr %.944, align 8
  %.1043.not = icmp eq i64 %.1006, 0
  br i1 %.1043.not, label %B624, label %B586

B624.if:                                          ; preds = %B624
  %.1196 = icmp sgt i32 %.1188, 0
  %.1189 = load ptr, ptr %excinfo.4, align 8
  %.1197 = select i1 %.1196, ptr %.1189, ptr undef
  store ptr %.1197, ptr %excinfo, align 8
  br label %common.ret

B624.endif:                                       ; preds = %B624, %B624
  br label %B556
}

; Function Attrs: alwaysinline
define internal i32 @gradient.penalize(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1) #0 {
entry:
  %.74 = alloca i64, align 8
  store i64 0, ptr %.74, align 8
  %.77 = alloca i64, align 8
  store i64 0, ptr %.77, align 8
  %.243 = alloca float, align 4
  store float 0.000000e+00, ptr %.243, align 4
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  store i64 0, ptr %.74, align 8
  %.88 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.88, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.77, align 8
  br label %B60

B60:                                              ; preds = %B62.endif, %entry
  %.131 = load i64, ptr %.77, align 8
  %.132 = icmp sgt i64 %.131, 0
  br i1 %.132, label %B60.if, label %B262

common.ret:                                       ; preds = %B62.if, %B262
  %common.ret.op = phi i32 [ 0, %B262 ], [ %.247, %B62.if ]
  ret i32 %common.ret.op

B262:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B60.if:                                           ; preds = %B60
  %.138 = load i64, ptr %.74, align 8
  %.141 = add nsw i64 %.131, -1
  store i64 %.141, ptr %.77, align 8
  %.145 = add i64 %.138, 1
  store i64 %.145, ptr %.74, align 8
  %.177 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.138
  %.178 = load float, ptr %.177, align 4
  %.186 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.138
  %.187 = load float, ptr %.186, align 4
  %.217 = icmp slt i64 %.138, 0
  %.218 = select i1 %.217, i64 %arg.pulls.5.1, i64 0
  %0 = getelementptr float, ptr %arg.pulls.4, i64 %.138
  %.240 = getelementptr float, ptr %0, i64 %.218
  %.241 = load float, ptr %.240, align 4
  store float 0.000000e+00, ptr %.243, align 4
  %.247 = call i32 @gradient.sign(ptr nonnull %.243, ptr nonnull %excinfo.1, float %.178)
  %.257 = load float, ptr %.243, align 4
  switch i32 %.247, label %B62.if [
    i32 -2, label %B62.endif
    i32 0, label %B62.endif
  ], !prof !0

B62.if:                                           ; preds = %B60.if
  %.255 = icmp sgt i32 %.247, 0
  %.248 = load ptr, ptr %excinfo.1, align 8
  %.256 = select i1 %.255, ptr %.248, ptr undef
  store ptr %.256, ptr %excinfo, align 8
  br label %common.ret

B62.endif:                                        ; preds = %B60.if, %B60.if
  %.267 = fmul nsz contract float %.241, %.257
  %.268 = fadd nsz contract float %.187, %.267
  %.298 = icmp slt i64 %.138, 0
  %.299 = select i1 %.298, i64 %arg.pulls.5.1, i64 0
  %1 = getelementptr float, ptr %arg.pulls.4, i64 %arg.pulls.5.1
  %2 = getelementptr float, ptr %1, i64 %.138
  %.321 = getelementptr float, ptr %2, i64 %.299
  %.322 = load float, ptr %.321, align 4
  %.323 = fmul nsz contract float %.322, %.178
  %.324 = fadd nsz contract float %.268, %.323
  %.332 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.138
  store float %.324, ptr %.332, align 4
  br label %B60
}

; Function Attrs: alwaysinline
define internal i32 @gradient.clip(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, double %arg.value, double %arg.norm) #0 {
entry:
  %.78 = alloca i64, align 8
  store i64 0, ptr %.78, align 8
  %.81 = alloca i64, align 8
  store i64 0, ptr %.81, align 8
  %.295 = alloca i64, align 8
  store i64 0, ptr %.295, align 8
  %.298 = alloca i64, align 8
  store i64 0, ptr %.298, align 8
  %.476 = alloca i64, align 8
  store i64 0, ptr %.476, align 8
  %.479 = alloca i64, align 8
  store i64 0, ptr %.479, align 8
  %.35 = fcmp nsz contract ogt double %arg.value, 0.000000e+00
  br i1 %.35, label %B48, label %B244

B48:                                              ; preds = %entry
  %.39 = fptrunc double %arg.value to float
  store i64 0, ptr %.78, align 8
  %.92 = icmp slt i64 %arg.gradient.5.0, 1
  %storemerge = select i1 %.92, i64 0, i64 %arg.gradient.5.0
  store i64 %storemerge, ptr %.81, align 8
  br label %B136

B136:                                             ; preds = %B226, %B48
  %.135 = load i64, ptr %.81, align 8
  %.136 = icmp sgt i64 %.135, 0
  br i1 %.136, label %B136.if, label %B244

B204:                                             ; preds = %B136.if
  %.208 = fneg nsz contract float %.39
  %.210 = fcmp nsz contract olt float %.182, %.208
  br i1 %.210, label %B218, label %B226

B218:                                             ; preds = %B204
  %.215 = fneg nsz contract float %.39
  br label %B226

B226:                                             ; preds = %B136.if, %B218, %B204
  %"$phi226.5.3.1" = phi float [ %.39, %B136.if ], [ %.215, %B218 ], [ %.182, %B204 ]
  %.234 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.142
  store float %"$phi226.5.3.1", ptr %.234, align 4
  br label %B136

B244:                                             ; preds = %B136, %entry
  %.255 = fcmp nsz contract ogt double %arg.norm, 0.000000e+00
  br i1 %.255, label %B256, label %B690

B256:                                             ; preds = %B244
  store i64 0, ptr %.295, align 8
  %.309 = icmp slt i64 %arg.gradient.5.0, 1
  %storemerge258 = select i1 %.309, i64 0, i64 %arg.gradient.5.0
  store i64 %storemerge258, ptr %.298, align 8
  br label %B344

B344:                                             ; preds = %B344.if, %B256
  %squares.2.0 = phi float [ 0.000000e+00, %B256 ], [ %.409, %B344.if ]
  %.350 = load i64, ptr %.298, align 8
  %.351 = icmp sgt i64 %.350, 0
  br i1 %.351, label %B344.if, label %B422

B422:                                             ; preds = %B344
  %.419 = fptrunc double %arg.norm to float
  %.423 = call nsz contract float @llvm.sqrt.f32(float %squares.2.0)
  %.428 = fadd nsz contract float %.423, 0x3EB0C6F7A0000000
  %.432 = fdiv nsz contract float %.419, %.428
  %.441 = fcmp nsz contract ogt float %.432, 1.000000e+00
  br i1 %.441, label %B694, label %B560

B560:                                             ; preds = %B422
  store i64 0, ptr %.476, align 8
  %.490 = icmp slt i64 %arg.gradient.5.0, 1
  %storemerge259 = select i1 %.490, i64 0, i64 %arg.gradient.5.0
  store i64 %storemerge259, ptr %.479, align 8
  br label %B616

B616:                                             ; preds = %B616.if, %B560
  %.531 = load i64, ptr %.479, align 8
  %.532 = icmp sgt i64 %.531, 0
  br i1 %.532, label %B616.if, label %B698

common.ret:                                       ; preds = %B698, %B694, %B690
  ret i32 0

B690:                                             ; preds = %B244
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B694:                                             ; preds = %B422
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B698:                                             ; preds = %B616
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B136.if:                                          ; preds = %B136
  %.142 = load i64, ptr %.78, align 8
  %.145 = add nsw i64 %.135, -1
  store i64 %.145, ptr %.81, align 8
  %.149 = add i64 %.142, 1
  store i64 %.149, ptr %.78, align 8
  %.181 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.142
  %.182 = load float, ptr %.181, align 4
  %.188 = fcmp nsz contract ogt float %.182, %.39
  br i1 %.188, label %B226, label %B204

B344.if:                                          ; preds = %B344
  %.357 = load i64, ptr %.295, align 8
  %.360 = add nsw i64 %.350, -1
  store i64 %.360, ptr %.298, align 8
  %.364 = add i64 %.357, 1
  store i64 %.364, ptr %.295, align 8
  %.396 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.357
  %.397 = load float, ptr %.396, align 4
  %.407 = fmul nsz contract float %.397, %.397
  %.409 = fadd nsz contract float %squares.2.0, %.407
  br label %B344

B616.if:                                          ; preds = %B616
  %.538 = load i64, ptr %.476, align 8
  %.541 = add nsw i64 %.531, -1
  store i64 %.541, ptr %.479, align 8
  %.545 = add i64 %.538, 1
  store i64 %.545, ptr %.476, align 8
  %.577 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.538
  %.578 = load float, ptr %.577, align 4
  %.580 = fmul nsz contract float %.578, %.432
  %.588 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.538
  store float %.580, ptr %.588, align 4
  br label %B616
}

; Function Attrs: alwaysinline
define internal i32 @optimizers.step(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.first.0, ptr %arg.first.1, i64 %arg.first.2, i64 %arg.first.3, ptr %arg.first.4, i64 %arg.first.5.0, i64 %arg.first.6.0, ptr %arg.second.0, ptr %arg.second.1, i64 %arg.second.2, i64 %arg.second.3, ptr %arg.second.4, i64 %arg.second.5.0, i64 %arg.second.6.0, ptr %arg.third.0, ptr %arg.third.1, i64 %arg.third.2, i64 %arg.third.3, ptr %arg.third.4, i64 %arg.third.5.0, i64 %arg.third.6.0, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0) #0 {
entry:
  %.103 = alloca ptr, align 8
  store ptr null, ptr %.103, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.342 = alloca ptr, align 8
  store ptr null, ptr %.342, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.399 = alloca ptr, align 8
  store ptr null, ptr %.399, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.466 = alloca ptr, align 8
  store ptr null, ptr %.466, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.559 = alloca ptr, align 8
  store ptr null, ptr %.559, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.88 = icmp eq i64 %arg.code, 0
  br i1 %.88, label %B26, label %B70

B26:                                              ; preds = %entry
  store ptr null, ptr %.103, align 8
  %.117 = call i32 @optimizers._sgd(ptr nonnull %.103, ptr nonnull %excinfo.1, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.first.0, ptr %arg.first.1, i64 %arg.first.2, i64 %arg.first.3, ptr %arg.first.4, i64 %arg.first.5.0, i64 %arg.first.6.0, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0)
  switch i32 %.117, label %B26.if [
    i32 -2, label %B26.endif
    i32 0, label %B26.endif
  ], !prof !0

B70:                                              ; preds = %entry
  %.182 = load double, ptr %arg.counts.4, align 8
  %.183 = fcmp nsz contract olt double %.182, 0x4170000000000000
  br i1 %.183, label %B104, label %B138

B104:                                             ; preds = %B70
  %.214 = load double, ptr %arg.counts.4, align 8
  %.215 = fadd nsz contract double %.214, 1.000000e+00
  br label %B138

B138:                                             ; preds = %B104, %B70
  %"$phi138.0.2.0" = phi double [ %.215, %B104 ], [ 0x4170000000000000, %B70 ]
  store double %"$phi138.0.2.0", ptr %arg.counts.4, align 8
  switch i64 %arg.code, label %B404 [
    i64 1, label %B168
    i64 2, label %B290
    i64 5, label %B358
  ]

B168:                                             ; preds = %B138
  %.295 = load double, ptr %arg.counts.4, align 8
  %.298 = fadd nsz contract double %.295, -1.000000e+00
  %.327 = getelementptr i8, ptr %arg.options.4, i64 72
  %.328 = load double, ptr %.327, align 8
  %.329 = fmul nsz contract double %.298, %.328
  %.330 = fadd nsz contract double %.329, 1.000000e+00
  %.335 = fdiv nsz contract double %arg.rate, %.330
  store ptr null, ptr %.342, align 8
  %.354 = call i32 @optimizers._adagrad(ptr nonnull %.342, ptr nonnull %excinfo.2, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %.335, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.second.0, ptr %arg.second.1, i64 %arg.second.2, i64 %arg.second.3, ptr %arg.second.4, i64 %arg.second.5.0, i64 %arg.second.6.0)
  switch i32 %.354, label %B168.endif.if [
    i32 -2, label %B168.endif.endif
    i32 0, label %B168.endif.endif
  ], !prof !0

B290:                                             ; preds = %B138
  store ptr null, ptr %.399, align 8
  %.415 = call i32 @optimizers._rmsprop(ptr nonnull %.399, ptr nonnull %excinfo.3, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.first.0, ptr %arg.first.1, i64 %arg.first.2, i64 %arg.first.3, ptr %arg.first.4, i64 %arg.first.5.0, i64 %arg.first.6.0, ptr %arg.second.0, ptr %arg.second.1, i64 %arg.second.2, i64 %arg.second.3, ptr %arg.second.4, i64 %arg.second.5.0, i64 %arg.second.6.0, ptr %arg.third.0, ptr %arg.third.1, i64 %arg.third.2, i64 %arg.third.3, ptr %arg.third.4, i64 %arg.third.5.0, i64 %arg.third.6.0)
  switch i32 %.415, label %B290.if [
    i32 -2, label %B290.endif
    i32 0, label %B290.endif
  ], !prof !0

B358:                                             ; preds = %B138
  store ptr null, ptr %.466, align 8
  %.482 = call i32 @optimizers._nadam(ptr nonnull %.466, ptr nonnull %excinfo.4, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.first.0, ptr %arg.first.1, i64 %arg.first.2, i64 %arg.first.3, ptr %arg.first.4, i64 %arg.first.5.0, i64 %arg.first.6.0, ptr %arg.second.0, ptr %arg.second.1, i64 %arg.second.2, i64 %arg.second.3, ptr %arg.second.4, i64 %arg.second.5.0, i64 %arg.second.6.0, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr nonnull %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0)
  switch i32 %.482, label %B358.if [
    i32 -2, label %B358.endif
    i32 0, label %B358.endif
  ], !prof !0

B404:                                             ; preds = %B138
  %.548 = load double, ptr %arg.counts.4, align 8
  store ptr null, ptr %.559, align 8
  %.575 = call i32 @optimizers._adam(ptr nonnull %.559, ptr nonnull %excinfo.5, i64 %arg.code, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.first.0, ptr %arg.first.1, i64 %arg.first.2, i64 %arg.first.3, ptr %arg.first.4, i64 %arg.first.5.0, i64 %arg.first.6.0, ptr %arg.second.0, ptr %arg.second.1, i64 %arg.second.2, i64 %arg.second.3, ptr %arg.second.4, i64 %arg.second.5.0, i64 %arg.second.6.0, ptr %arg.third.0, ptr %arg.third.1, i64 %arg.third.2, i64 %arg.third.3, ptr %arg.third.4, i64 %arg.third.5.0, i64 %arg.third.6.0, double %.548)
  switch i32 %.575, label %B404.if [
    i32 -2, label %B404.endif
    i32 0, label %B404.endif
  ], !prof !0

B26.if:                                           ; preds = %B26
  %.125 = icmp sgt i32 %.117, 0
  %.118 = load ptr, ptr %excinfo.1, align 8
  %.126 = select i1 %.125, ptr %.118, ptr undef
  store ptr %.126, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B404.endif, %B404.if, %B358.endif, %B358.if, %B290.endif, %B290.if, %B168.endif.endif, %B168.endif.if, %B26.endif, %B26.if
  %common.ret.op = phi i32 [ 0, %B26.endif ], [ %.482, %B358.if ], [ 0, %B168.endif.endif ], [ %.117, %B26.if ], [ 0, %B290.endif ], [ %.354, %B168.endif.if ], [ 0, %B358.endif ], [ %.415, %B290.if ], [ 0, %B404.endif ], [ %.575, %B404.if ]
  ret i32 %common.ret.op

B26.endif:                                        ; preds = %B26, %B26
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B168.endif.if:                                    ; preds = %B168
  %.362 = icmp sgt i32 %.354, 0
  %.355 = load ptr, ptr %excinfo.2, align 8
  %.363 = select i1 %.362, ptr %.355, ptr undef
  store ptr %.363, ptr %excinfo, align 8
  br label %common.ret

B168.endif.endif:                                 ; preds = %B168, %B168
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B290.if:                                          ; preds = %B290
  %.423 = icmp sgt i32 %.415, 0
  %.416 = load ptr, ptr %excinfo.3, align 8
  %.424 = select i1 %.423, ptr %.416, ptr undef
  store ptr %.424, ptr %excinfo, align 8
  br label %common.ret

B290.endif:                                       ; preds = %B290, %B290
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B358.if:                                          ; preds = %B358
  %.490 = icmp sgt i32 %.482, 0
  %.483 = load ptr, ptr %excinfo.4, align 8
  %.491 = select i1 %.490, ptr %.483, ptr undef
  store ptr %.491, ptr %excinfo, align 8
  br label %common.ret

B358.endif:                                       ; preds = %B358, %B358
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B404.if:                                          ; preds = %B404
  %.583 = icmp sgt i32 %.575, 0
  %.576 = load ptr, ptr %excinfo.5, align 8
  %.584 = select i1 %.583, ptr %.576, ptr undef
  store ptr %.584, ptr %excinfo, align 8
  br label %common.ret

B404.endif:                                       ; preds = %B404, %B404
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @gradient.cut_links(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.before.0, ptr %arg.before.1, i64 %arg.before.2, i64 %arg.before.3, ptr %arg.before.4, i64 %arg.before.5.0, i64 %arg.before.6.0, ptr %arg.pulls.0, ptr %arg.pulls.1, i64 %arg.pulls.2, i64 %arg.pulls.3, ptr %arg.pulls.4, i64 %arg.pulls.5.0, i64 %arg.pulls.5.1, i64 %arg.pulls.6.0, i64 %arg.pulls.6.1, ptr %arg.dead.0, ptr %arg.dead.1, i64 %arg.dead.2, i64 %arg.dead.3, ptr %arg.dead.4, i64 %arg.dead.5.0, i64 %arg.dead.6.0, double %arg.rate) #0 {
entry:
  %.99 = alloca i64, align 8
  store i64 0, ptr %.99, align 8
  %.102 = alloca i64, align 8
  store i64 0, ptr %.102, align 8
  %.409 = alloca float, align 4
  store float 0.000000e+00, ptr %.409, align 4
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.62 = fptrunc double %arg.rate to float
  store i64 0, ptr %.99, align 8
  %.113 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.113, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.102, align 8
  br label %B120

B120:                                             ; preds = %B360, %entry
  %.156 = load i64, ptr %.102, align 8
  %.157 = icmp sgt i64 %.156, 0
  br i1 %.157, label %B120.if, label %B444

B242:                                             ; preds = %B120.if
  %.352 = icmp slt i64 %.163, 0
  %.353 = select i1 %.352, i64 %arg.pulls.5.1, i64 0
  %.idx225 = shl i64 %arg.pulls.5.1, 3
  %0 = getelementptr i8, ptr %arg.pulls.4, i64 %.idx225
  %1 = getelementptr float, ptr %0, i64 %.163
  %.375 = getelementptr float, ptr %1, i64 %.353
  %.376 = load float, ptr %.375, align 4
  %.392 = icmp slt i64 %.163, 0
  %.393 = select i1 %.392, i64 %arg.before.5.0, i64 0
  %2 = getelementptr float, ptr %arg.before.4, i64 %.163
  %.407 = getelementptr float, ptr %2, i64 %.393
  %.408 = load float, ptr %.407, align 4
  store float 0.000000e+00, ptr %.409, align 4
  %.413 = call i32 @gradient.sign(ptr nonnull %.409, ptr nonnull %excinfo.1, float %.408)
  %.423 = load float, ptr %.409, align 4
  switch i32 %.413, label %B242.if [
    i32 -2, label %B242.endif
    i32 0, label %B242.endif
  ], !prof !0

B346:                                             ; preds = %B242.endif
  %.464 = icmp slt i64 %.163, 0
  %.465 = select i1 %.464, i64 %arg.dead.5.0, i64 0
  %3 = getelementptr i8, ptr %arg.dead.4, i64 %.163
  %.479 = getelementptr i8, ptr %3, i64 %.465
  store i8 1, ptr %.479, align 1
  br label %B360

B360:                                             ; preds = %B242.endif, %B120.if, %B346
  %w.4.1 = phi float [ %w.3.1, %B120.if ], [ %.437, %B242.endif ], [ %.437, %B346 ]
  %.505 = icmp slt i64 %.163, 0
  %.506 = select i1 %.505, i64 %arg.dead.5.0, i64 0
  %4 = getelementptr i8, ptr %arg.dead.4, i64 %.163
  %.520 = getelementptr i8, ptr %4, i64 %.506
  %.521 = load i8, ptr %.520, align 1
  %.522.not = icmp eq i8 %.521, 0
  %"$phi426.5.2.1" = select i1 %.522.not, float %w.4.1, float 0.000000e+00
  %.560 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.163
  store float %"$phi426.5.2.1", ptr %.560, align 4
  br label %B120

common.ret:                                       ; preds = %B242.if, %B444
  %common.ret.op = phi i32 [ 0, %B444 ], [ %.413, %B242.if ]
  ret i32 %common.ret.op

B444:                                             ; preds = %B120
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B120.if:                                          ; preds = %B120
  %.163 = load i64, ptr %.99, align 8
  %.166 = add nsw i64 %.156, -1
  store i64 %.166, ptr %.102, align 8
  %.170 = add i64 %.163, 1
  store i64 %.170, ptr %.99, align 8
  %.206 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.163
  %.207 = load float, ptr %.206, align 4
  %.229 = icmp slt i64 %.163, 0
  %.230 = select i1 %.229, i64 %arg.dead.5.0, i64 0
  %5 = getelementptr i8, ptr %arg.dead.4, i64 %.163
  %.244 = getelementptr i8, ptr %5, i64 %.230
  %.245 = load i8, ptr %.244, align 1
  %.246.not = icmp eq i8 %.245, 0
  %w.3.1 = select i1 %.246.not, float %.207, float 0.000000e+00
  %.291 = icmp slt i64 %.163, 0
  %.292 = select i1 %.291, i64 %arg.pulls.5.1, i64 0
  %.idx = shl i64 %arg.pulls.5.1, 3
  %6 = getelementptr i8, ptr %arg.pulls.4, i64 %.idx
  %7 = getelementptr float, ptr %6, i64 %.163
  %.314 = getelementptr float, ptr %7, i64 %.292
  %.315 = load float, ptr %.314, align 4
  %.318 = fcmp nsz contract ogt float %.315, 0.000000e+00
  br i1 %.318, label %B242, label %B360

B242.if:                                          ; preds = %B242
  %.421 = icmp sgt i32 %.413, 0
  %.414 = load ptr, ptr %excinfo.1, align 8
  %.422 = select i1 %.421, ptr %.414, ptr undef
  store ptr %.422, ptr %excinfo, align 8
  br label %common.ret

B242.endif:                                       ; preds = %B242, %B242
  %.433 = fmul nsz contract float %.376, %.423
  %.435 = fmul nsz contract float %.433, %.62
  %.437 = fsub nsz contract float %w.3.1, %.435
  %.443 = fmul nsz contract float %w.3.1, %.437
  %.448 = fcmp nsz contract olt float %.443, 0.000000e+00
  br i1 %.448, label %B346, label %B360
}

; Function Attrs: alwaysinline
define internal i32 @learning._collect(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.ways.0, ptr %arg.ways.1, i64 %arg.ways.2, i64 %arg.ways.3, ptr %arg.ways.4, i64 %arg.ways.5.0, i64 %arg.ways.6.0, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, ptr %arg.state.0, ptr %arg.state.1, i64 %arg.state.2, i64 %arg.state.3, ptr %arg.state.4, i64 %arg.state.5.0, i64 %arg.state.6.0, i64 %arg.first, i64 %arg.used, i64 %arg.width) #0 {
entry:
  %.460 = alloca i64, align 8
  store i64 0, ptr %.460, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.491 = alloca i64, align 8
  store i64 0, ptr %.491, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.525 = alloca ptr, align 8
  store ptr null, ptr %.525, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.556 = alloca ptr, align 8
  store ptr null, ptr %.556, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.599 = alloca ptr, align 8
  store ptr null, ptr %.599, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.651 = alloca ptr, align 8
  store ptr null, ptr %.651, align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.707 = alloca ptr, align 8
  store ptr null, ptr %.707, align 8
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.764 = alloca ptr, align 8
  store ptr null, ptr %.764, align 8
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  %.151 = getelementptr i8, ptr %arg.layers.4, i64 56
  %.152 = load i64, ptr %.151, align 8
  %.180 = getelementptr i8, ptr %arg.ways.4, i64 56
  %.181 = load i64, ptr %.180, align 8
  %.268 = getelementptr i8, ptr %arg.state.4, i64 16
  %.269 = load i64, ptr %.268, align 8
  %.304 = load i64, ptr %arg.state.4, align 8
  %.315.1 = and i64 %.304, 1
  %.373 = load i64, ptr %arg.state.4, align 8
  %0 = and i64 %.373, 1
  %.385.1 = xor i64 %0, 1
  %.442 = getelementptr i8, ptr %arg.state.4, i64 8
  %.443 = load i64, ptr %.442, align 8
  %.445 = sub nsw i64 %.443, %.269
  %.457 = sub nsw i64 %.269, %arg.first
  store i64 0, ptr %.460, align 8
  %.466 = call i32 @_3clocals_3e.impl(ptr nonnull %.460, ptr nonnull %excinfo.1, i64 %.457, i64 0)
  %.476 = load i64, ptr %.460, align 8
  switch i32 %.466, label %B0.endif.endif.if [
    i32 -2, label %B0.endif.endif.endif
    i32 0, label %B0.endif.endif.endif
  ], !prof !0

B414:                                             ; preds = %B0.endif.endif.endif.endif.endif.endif
  %.588 = sub nsw i64 %arg.orders.5.1, %.269
  %.590 = add nsw i64 %.588, %arg.first
  store ptr null, ptr %.599, align 8
  %.613 = call i32 @learning._bring(ptr nonnull %.599, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.152, i64 %arg.width, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, i64 %arg.x.5.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, i64 %.385.1, i64 %.590, i64 0, i64 %.507)
  switch i32 %.613, label %B414.if [
    i32 -2, label %B414.endif
    i32 0, label %B414.endif
  ], !prof !0

B534:                                             ; preds = %B414.endif, %B414.endif, %B0.endif.endif.endif.endif.endif.endif
  %.697 = add nsw i64 %.445, %arg.first
  store ptr null, ptr %.707, align 8
  %.721 = call i32 @learning._bring.1(ptr nonnull %.707, ptr nonnull %excinfo.7, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.152, i64 %arg.width, ptr %arg.x.0, ptr %arg.x.1, i64 %arg.x.2, i64 %arg.x.3, ptr %arg.x.4, i64 %arg.x.5.0, i64 %arg.x.5.1, i64 %arg.x.6.0, i64 %arg.x.6.1, i64 %arg.x.5.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, i64 %.315.1, i64 %.697, i64 %.507, i64 %arg.used)
  switch i32 %.721, label %B534.if [
    i32 -2, label %B534.endif
    i32 0, label %B534.endif
  ], !prof !0

B0.endif.endif.if:                                ; preds = %entry
  %.474 = icmp sgt i32 %.466, 0
  %.467 = load ptr, ptr %excinfo.1, align 8
  %.475 = select i1 %.474, ptr %.467, ptr undef
  store ptr %.475, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif:                             ; preds = %entry, %entry
  store i64 0, ptr %.491, align 8
  %.497 = call i32 @_3clocals_3e.impl.2(ptr nonnull %.491, ptr nonnull %excinfo.2, i64 %.476, i64 %arg.used)
  %.507 = load i64, ptr %.491, align 8
  switch i32 %.497, label %B0.endif.endif.endif.if [
    i32 -2, label %B0.endif.endif.endif.endif
    i32 0, label %B0.endif.endif.endif.endif
  ], !prof !0

common.ret:                                       ; preds = %B534.endif.endif, %B534.endif.if, %B534.if, %B414.endif.if, %B414.if, %B0.endif.endif.endif.endif.endif.if, %B0.endif.endif.endif.endif.if, %B0.endif.endif.endif.if, %B0.endif.endif.if
  %common.ret.op = phi i32 [ %.721, %B534.if ], [ %.466, %B0.endif.endif.if ], [ %.497, %B0.endif.endif.endif.if ], [ %.531, %B0.endif.endif.endif.endif.if ], [ %.562, %B0.endif.endif.endif.endif.endif.if ], [ %.613, %B414.if ], [ %.665, %B414.endif.if ], [ 0, %B534.endif.endif ], [ %.778, %B534.endif.if ]
  ret i32 %common.ret.op

B0.endif.endif.endif.if:                          ; preds = %B0.endif.endif.endif
  %.505 = icmp sgt i32 %.497, 0
  %.498 = load ptr, ptr %excinfo.2, align 8
  %.506 = select i1 %.505, ptr %.498, ptr undef
  store ptr %.506, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif.endif:                       ; preds = %B0.endif.endif.endif, %B0.endif.endif.endif
  store ptr null, ptr %.525, align 8
  %.531 = call i32 @looking.clear(ptr nonnull %.525, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.152, i64 %arg.width, i64 %arg.x.5.1)
  switch i32 %.531, label %B0.endif.endif.endif.endif.if [
    i32 -2, label %B0.endif.endif.endif.endif.endif
    i32 0, label %B0.endif.endif.endif.endif.endif
  ], !prof !0

B0.endif.endif.endif.endif.if:                    ; preds = %B0.endif.endif.endif.endif
  %.539 = icmp sgt i32 %.531, 0
  %.532 = load ptr, ptr %excinfo.3, align 8
  %.540 = select i1 %.539, ptr %.532, ptr undef
  store ptr %.540, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif.endif.endif:                 ; preds = %B0.endif.endif.endif.endif, %B0.endif.endif.endif.endif
  store ptr null, ptr %.556, align 8
  %.562 = call i32 @looking.clear(ptr nonnull %.556, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.181, i64 %arg.width, i64 %arg.t.5.1)
  switch i32 %.562, label %B0.endif.endif.endif.endif.endif.if [
    i32 -2, label %B0.endif.endif.endif.endif.endif.endif
    i32 0, label %B0.endif.endif.endif.endif.endif.endif
  ], !prof !0

B0.endif.endif.endif.endif.endif.if:              ; preds = %B0.endif.endif.endif.endif.endif
  %.570 = icmp sgt i32 %.562, 0
  %.563 = load ptr, ptr %excinfo.4, align 8
  %.571 = select i1 %.570, ptr %.563, ptr undef
  store ptr %.571, ptr %excinfo, align 8
  br label %common.ret

B0.endif.endif.endif.endif.endif.endif:           ; preds = %B0.endif.endif.endif.endif.endif, %B0.endif.endif.endif.endif.endif
  %.583.not = icmp eq i64 %.507, 0
  br i1 %.583.not, label %B534, label %B414

B414.if:                                          ; preds = %B414
  %.621 = icmp sgt i32 %.613, 0
  %.614 = load ptr, ptr %excinfo.5, align 8
  %.622 = select i1 %.621, ptr %.614, ptr undef
  store ptr %.622, ptr %excinfo, align 8
  br label %common.ret

B414.endif:                                       ; preds = %B414, %B414
  %.636 = sub nsw i64 %arg.orders.5.1, %.269
  %.642 = add nsw i64 %.636, %arg.first
  store ptr null, ptr %.651, align 8
  %.665 = call i32 @learning._bring(ptr nonnull %.651, ptr nonnull %excinfo.6, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.181, i64 %arg.width, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, i64 %arg.t.5.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, i64 %.385.1, i64 %.642, i64 0, i64 %.507)
  switch i32 %.665, label %B414.endif.if [
    i32 -2, label %B534
    i32 0, label %B534
  ], !prof !0

B414.endif.if:                                    ; preds = %B414.endif
  %.673 = icmp sgt i32 %.665, 0
  %.666 = load ptr, ptr %excinfo.6, align 8
  %.674 = select i1 %.673, ptr %.666, ptr undef
  store ptr %.674, ptr %excinfo, align 8
  br label %common.ret

B534.if:                                          ; preds = %B534
  %.729 = icmp sgt i32 %.721, 0
  %.722 = load ptr, ptr %excinfo.7, align 8
  %.730 = select i1 %.729, ptr %.722, ptr undef
  store ptr %.730, ptr %excinfo, align 8
  br label %common.ret

B534.endif:                                       ; preds = %B534, %B534
  %.750 = add nsw i64 %.445, %arg.first
  store ptr null, ptr %.764, align 8
  %.778 = call i32 @learning._bring.1(ptr nonnull %.764, ptr nonnull %excinfo.8, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.181, i64 %arg.width, ptr %arg.t.0, ptr %arg.t.1, i64 %arg.t.2, i64 %arg.t.3, ptr %arg.t.4, i64 %arg.t.5.0, i64 %arg.t.5.1, i64 %arg.t.6.0, i64 %arg.t.6.1, i64 %arg.t.5.1, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, i64 %.315.1, i64 %.750, i64 %.507, i64 %arg.used)
  switch i32 %.778, label %B534.endif.if [
    i32 -2, label %B534.endif.endif
    i32 0, label %B534.endif.endif
  ], !prof !0

B534.endif.if:                                    ; preds = %B534.endif
  %.786 = icmp sgt i32 %.778, 0
  %.779 = load ptr, ptr %excinfo.8, align 8
  %.787 = select i1 %.786, ptr %.779, ptr undef
  store ptr %.787, ptr %excinfo, align 8
  br label %common.ret

B534.endif.endif:                                 ; preds = %B534.endif, %B534.endif
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @chance.lay_noise(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.values, i64 %arg.clean, i64 %arg.columns, i64 %arg.width, i64 %arg.row, i64 %arg.used, double %arg.spread, i64 %arg.stream, ptr %arg.normal.0, ptr %arg.normal.1, i64 %arg.normal.2, i64 %arg.normal.3, ptr %arg.normal.4, i64 %arg.normal.5.0, i64 %arg.normal.6.0) #0 {
entry:
  %.131 = alloca i64, align 8
  store i64 0, ptr %.131, align 8
  %.134 = alloca i64, align 8
  store i64 0, ptr %.134, align 8
  %.280 = alloca i64, align 8
  store i64 0, ptr %.280, align 8
  %.283 = alloca i64, align 8
  store i64 0, ptr %.283, align 8
  %.389 = alloca i64, align 8
  store i64 0, ptr %.389, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.441 = alloca i64, align 8
  store i64 0, ptr %.441, align 8
  %.444 = alloca i64, align 8
  store i64 0, ptr %.444, align 8
  %.49 = add nsw i64 %arg.columns, 3
  %.57.1 = ashr i64 %.49, 2
  %.100 = fptrunc double %arg.spread to float
  store i64 0, ptr %.131, align 8
  %.145 = icmp slt i64 %.57.1, 1
  %storemerge = select i1 %.145, i64 0, i64 %.57.1
  store i64 %storemerge, ptr %.134, align 8
  br label %B110

B110:                                             ; preds = %B186, %entry
  %.188 = load i64, ptr %.134, align 8
  %.189 = icmp sgt i64 %.188, 0
  br i1 %.189, label %B110.if, label %B558

B186:                                             ; preds = %B110.if, %B334
  %.335 = load i64, ptr %.283, align 8
  %.336 = icmp sgt i64 %.335, 0
  br i1 %.336, label %B186.if, label %B110

B334:                                             ; preds = %B334.if, %B188.endif
  %draw.2.2 = phi i64 [ %.403, %B188.endif ], [ %.580, %B334.if ]
  %.496 = load i64, ptr %.444, align 8
  %.497 = icmp sgt i64 %.496, 0
  br i1 %.497, label %B334.if, label %B186

common.ret:                                       ; preds = %B188.if, %B558
  %common.ret.op = phi i32 [ 0, %B558 ], [ %.393, %B188.if ]
  ret i32 %common.ret.op

B558:                                             ; preds = %B110
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B110.if:                                          ; preds = %B110
  %.195 = load i64, ptr %.131, align 8
  %.198 = add nsw i64 %.188, -1
  store i64 %.198, ptr %.134, align 8
  %.202 = add i64 %.195, 1
  store i64 %.202, ptr %.131, align 8
  %.231 = shl nsw i64 %.195, 2
  %.236 = add nsw i64 %.231, 4
  %.238 = icmp slt i64 %.236, %arg.columns
  %.241 = add nsw i64 %.231, 4
  %"$phi154.1.2.1" = select i1 %.238, i64 %.241, i64 %arg.columns
  store i64 0, ptr %.280, align 8
  %.294 = icmp slt i64 %arg.used, 1
  %storemerge195 = select i1 %.294, i64 0, i64 %arg.used
  store i64 %storemerge195, ptr %.283, align 8
  br label %B186

B186.if:                                          ; preds = %B186
  %.342 = load i64, ptr %.280, align 8
  %.345 = add nsw i64 %.335, -1
  store i64 %.345, ptr %.283, align 8
  %.349 = add i64 %.342, 1
  store i64 %.349, ptr %.280, align 8
  %.380 = add nsw i64 %arg.row, %.342
  %.382 = mul nsw i64 %.380, %.57.1
  %.384 = add nsw i64 %.382, %.195
  %0 = mul i64 %.384, -7046029254386353131
  %.386 = add i64 %0, -7046029254386353131
  %.388 = add i64 %arg.stream, %.386
  store i64 0, ptr %.389, align 8
  %.393 = call i32 @chance.mix(ptr nonnull %.389, ptr nonnull %excinfo.1, i64 %.388)
  %.403 = load i64, ptr %.389, align 8
  switch i32 %.393, label %B188.if [
    i32 -2, label %B188.endif
    i32 0, label %B188.endif
  ], !prof !0

B188.if:                                          ; preds = %B186.if
  %.401 = icmp sgt i32 %.393, 0
  %.394 = load ptr, ptr %excinfo.1, align 8
  %.402 = select i1 %.401, ptr %.394, ptr undef
  store ptr %.402, ptr %excinfo, align 8
  br label %common.ret

B188.endif:                                       ; preds = %B186.if, %B186.if
  store i64 %.231, ptr %.441, align 8
  %.454 = sub i64 %"$phi154.1.2.1", %.231
  %.455 = icmp slt i64 %.454, 1
  %storemerge196 = select i1 %.455, i64 0, i64 %.454
  store i64 %storemerge196, ptr %.444, align 8
  br label %B334

B334.if:                                          ; preds = %B334
  %.503 = load i64, ptr %.441, align 8
  %.506 = add nsw i64 %.496, -1
  store i64 %.506, ptr %.444, align 8
  %.510 = add i64 %.503, 1
  store i64 %.510, ptr %.441, align 8
  %1 = mul nsw i64 %.503, %arg.width
  %.536 = and i64 %draw.2.2, 65535
  %.544 = getelementptr inbounds nuw float, ptr %arg.normal.4, i64 %.536
  %.545 = load float, ptr %.544, align 4
  %2 = getelementptr float, ptr %arg.work.4, i64 %arg.clean
  %3 = getelementptr float, ptr %2, i64 %1
  %.565 = getelementptr float, ptr %3, i64 %.342
  %.566 = load float, ptr %.565, align 4
  %.568 = fmul nsz contract float %.545, %.100
  %.569 = fadd nsz contract float %.566, %.568
  %4 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %5 = getelementptr float, ptr %4, i64 %1
  %.577 = getelementptr float, ptr %5, i64 %.342
  store float %.569, ptr %.577, align 4
  %.580 = lshr i64 %draw.2.2, 16
  br label %B334
}

; Function Attrs: alwaysinline
define internal i32 @chance.mix(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.value) #0 {
entry:
  %.5 = lshr i64 %arg.value, 30
  %.6 = xor i64 %arg.value, %.5
  %.7 = mul i64 %.6, -4658895280553007687
  %.8 = lshr i64 %.7, 27
  %.9 = xor i64 %.7, %.8
  %.10 = mul i64 %.9, -7723592293110705685
  %.11 = lshr i64 %.10, 31
  %.12 = xor i64 %.10, %.11
  store i64 %.12, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @learning._bring(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width, ptr %arg.rows.0, ptr %arg.rows.1, i64 %arg.rows.2, i64 %arg.rows.3, ptr %arg.rows.4, i64 %arg.rows.5.0, i64 %arg.rows.5.1, i64 %arg.rows.6.0, i64 %arg.rows.6.1, i64 %arg.columns, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, i64 %arg.epoch, i64 %arg.place, i64 %arg.first, i64 %arg.last) #0 {
entry:
  %.87 = alloca i64, align 8
  store i64 0, ptr %.87, align 8
  %.90 = alloca i64, align 8
  store i64 0, ptr %.90, align 8
  %.219 = alloca i64, align 8
  store i64 0, ptr %.219, align 8
  %.222 = alloca i64, align 8
  store i64 0, ptr %.222, align 8
  store i64 0, ptr %.87, align 8
  %.101 = icmp slt i64 %arg.columns, 1
  %storemerge = select i1 %.101, i64 0, i64 %arg.columns
  store i64 %storemerge, ptr %.90, align 8
  br label %B34

B34:                                              ; preds = %B86, %entry
  %.144 = load i64, ptr %.90, align 8
  %.145 = icmp sgt i64 %.144, 0
  br i1 %.145, label %B34.if, label %B200

B86:                                              ; preds = %B86.if, %B34.if
  %.274 = load i64, ptr %.222, align 8
  %.275 = icmp sgt i64 %.274, 0
  br i1 %.275, label %B86.if, label %B34

B200:                                             ; preds = %B34
  store ptr null, ptr %retptr, align 8
  ret i32 0

B34.if:                                           ; preds = %B34
  %.151 = load i64, ptr %.87, align 8
  %.154 = add nsw i64 %.144, -1
  store i64 %.154, ptr %.90, align 8
  %.158 = add i64 %.151, 1
  store i64 %.158, ptr %.87, align 8
  %.188 = add nsw i64 %arg.row, %.151
  %.190 = mul nsw i64 %.188, %arg.width
  store i64 0, ptr %.219, align 8
  %.233 = icmp slt i64 %arg.last, 1
  %storemerge145 = select i1 %.233, i64 0, i64 %arg.last
  store i64 %storemerge145, ptr %.222, align 8
  br label %B86

B86.if:                                           ; preds = %B86
  %.281 = load i64, ptr %.219, align 8
  %.284 = add nsw i64 %.274, -1
  store i64 %.284, ptr %.222, align 8
  %.288 = add i64 %.281, 1
  store i64 %.288, ptr %.219, align 8
  %.334 = mul i64 %arg.epoch, %arg.orders.5.1
  %0 = getelementptr i64, ptr %arg.orders.4, i64 %.334
  %1 = getelementptr i64, ptr %0, i64 %arg.place
  %.336 = getelementptr i64, ptr %1, i64 %.281
  %.337 = load i64, ptr %.336, align 8
  %.355 = mul i64 %.337, %arg.rows.5.1
  %2 = getelementptr float, ptr %arg.rows.4, i64 %.355
  %.357 = getelementptr float, ptr %2, i64 %.151
  %.358 = load float, ptr %.357, align 4
  %3 = getelementptr float, ptr %arg.work.4, i64 %.190
  %.366 = getelementptr float, ptr %3, i64 %.281
  store float %.358, ptr %.366, align 4
  br label %B86
}

; Function Attrs: alwaysinline
define internal i32 @learning._bring.1(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width, ptr %arg.rows.0, ptr %arg.rows.1, i64 %arg.rows.2, i64 %arg.rows.3, ptr %arg.rows.4, i64 %arg.rows.5.0, i64 %arg.rows.5.1, i64 %arg.rows.6.0, i64 %arg.rows.6.1, i64 %arg.columns, ptr %arg.orders.0, ptr %arg.orders.1, i64 %arg.orders.2, i64 %arg.orders.3, ptr %arg.orders.4, i64 %arg.orders.5.0, i64 %arg.orders.5.1, i64 %arg.orders.6.0, i64 %arg.orders.6.1, i64 %arg.epoch, i64 %arg.place, i64 %arg.first, i64 %arg.last) #0 {
entry:
  %.87 = alloca i64, align 8
  store i64 0, ptr %.87, align 8
  %.90 = alloca i64, align 8
  store i64 0, ptr %.90, align 8
  %.219 = alloca i64, align 8
  store i64 0, ptr %.219, align 8
  %.222 = alloca i64, align 8
  store i64 0, ptr %.222, align 8
  store i64 0, ptr %.87, align 8
  %.101 = icmp slt i64 %arg.columns, 1
  %storemerge = select i1 %.101, i64 0, i64 %arg.columns
  store i64 %storemerge, ptr %.90, align 8
  br label %B34

B34:                                              ; preds = %B86, %entry
  %.144 = load i64, ptr %.90, align 8
  %.145 = icmp sgt i64 %.144, 0
  br i1 %.145, label %B34.if, label %B200

B86:                                              ; preds = %B86.if, %B34.if
  %.274 = load i64, ptr %.222, align 8
  %.275 = icmp sgt i64 %.274, 0
  br i1 %.275, label %B86.if, label %B34

B200:                                             ; preds = %B34
  store ptr null, ptr %retptr, align 8
  ret i32 0

B34.if:                                           ; preds = %B34
  %.151 = load i64, ptr %.87, align 8
  %.154 = add nsw i64 %.144, -1
  store i64 %.154, ptr %.90, align 8
  %.158 = add i64 %.151, 1
  store i64 %.158, ptr %.87, align 8
  %.188 = add nsw i64 %arg.row, %.151
  %.190 = mul nsw i64 %.188, %arg.width
  store i64 %arg.first, ptr %.219, align 8
  %.232 = sub i64 %arg.last, %arg.first
  %.233 = icmp slt i64 %.232, 1
  %storemerge145 = select i1 %.233, i64 0, i64 %.232
  store i64 %storemerge145, ptr %.222, align 8
  br label %B86

B86.if:                                           ; preds = %B86
  %.281 = load i64, ptr %.219, align 8
  %.284 = add nsw i64 %.274, -1
  store i64 %.284, ptr %.222, align 8
  %.288 = add i64 %.281, 1
  store i64 %.288, ptr %.219, align 8
  %.334 = mul i64 %arg.epoch, %arg.orders.5.1
  %0 = getelementptr i64, ptr %arg.orders.4, i64 %.334
  %1 = getelementptr i64, ptr %0, i64 %arg.place
  %.336 = getelementptr i64, ptr %1, i64 %.281
  %.337 = load i64, ptr %.336, align 8
  %.355 = mul i64 %.337, %arg.rows.5.1
  %2 = getelementptr float, ptr %arg.rows.4, i64 %.355
  %.357 = getelementptr float, ptr %2, i64 %.151
  %.358 = load float, ptr %.357, align 4
  %3 = getelementptr float, ptr %arg.work.4, i64 %.190
  %.366 = getelementptr float, ptr %3, i64 %.281
  store float %.358, ptr %.366, align 4
  br label %B86
}

; Function Attrs: alwaysinline
define internal i32 @_3clocals_3e.impl(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.x.0, i64 %arg.x.1) #0 {
entry:
  %.11 = call i64 @llvm.smax.i64(i64 %arg.x.1, i64 %arg.x.0)
  store i64 %.11, ptr %retptr, align 8
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @_3clocals_3e.impl.2(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.x.0, i64 %arg.x.1) #0 {
entry:
  %.11 = call i64 @llvm.smin.i64(i64 %arg.x.1, i64 %arg.x.0)
  store i64 %.11, ptr %retptr, align 8
  ret i32 0
}

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

; Function Attrs: alwaysinline
define internal i32 @gradient.sign(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, float %arg.w) #0 {
entry:
  %.10 = fcmp nsz contract ogt float %arg.w, 0.000000e+00
  br i1 %.10, label %B16, label %B48

common.ret:                                       ; preds = %B92, %B60, %B16
  ret i32 0

B16:                                              ; preds = %entry
  store float 1.000000e+00, ptr %retptr, align 4
  br label %common.ret

B48:                                              ; preds = %entry
  %.21 = fcmp nsz contract olt float %arg.w, 0.000000e+00
  br i1 %.21, label %B60, label %B92

B60:                                              ; preds = %B48
  store float -1.000000e+00, ptr %retptr, align 4
  br label %common.ret

B92:                                              ; preds = %B48
  store float %arg.w, ptr %retptr, align 4
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @optimizers._sgd(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.buffer.0, ptr %arg.buffer.1, i64 %arg.buffer.2, i64 %arg.buffer.3, ptr %arg.buffer.4, i64 %arg.buffer.5.0, i64 %arg.buffer.6.0, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0) #0 {
entry:
  %.312 = alloca i64, align 8
  store i64 0, ptr %.312, align 8
  %.315 = alloca i64, align 8
  store i64 0, ptr %.315, align 8
  %.566 = alloca i64, align 8
  store i64 0, ptr %.566, align 8
  %.569 = alloca i64, align 8
  store i64 0, ptr %.569, align 8
  %.100 = load double, ptr %arg.counts.4, align 8
  %.101 = fcmp nsz contract ogt double %.100, 0.000000e+00
  br i1 %.101, label %B58, label %B86

B58:                                              ; preds = %entry
  %.134 = getelementptr i8, ptr %arg.options.4, i64 8
  %.135 = load double, ptr %.134, align 8
  br label %B86

B86:                                              ; preds = %B58, %entry
  %"$phi86.1.2.0" = phi double [ %.135, %B58 ], [ 0.000000e+00, %entry ]
  %.150 = fptrunc double %arg.rate to float
  %.182 = load double, ptr %arg.options.4, align 8
  %.183 = fptrunc double %.182 to float
  %.184 = fsub nsz contract double 1.000000e+00, %"$phi86.1.2.0"
  %.185 = fptrunc double %.184 to float
  %.214 = getelementptr i8, ptr %arg.options.4, i64 16
  %.215 = load double, ptr %.214, align 8
  %.216 = fptrunc double %.215 to float
  %.266 = load double, ptr %arg.options.4, align 8
  %.267 = fcmp nsz contract oeq double %.266, 0.000000e+00
  br i1 %.267, label %B308, label %B516

B308:                                             ; preds = %B86
  store i64 0, ptr %.312, align 8
  %.326 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge409 = select i1 %.326, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge409, ptr %.315, align 8
  br label %B364

B364:                                             ; preds = %B364.if, %B308
  %.369 = load i64, ptr %.315, align 8
  %.370 = icmp sgt i64 %.369, 0
  br i1 %.370, label %B364.if, label %B512

common.ret:                                       ; preds = %B872, %B512
  ret i32 0

B512:                                             ; preds = %B364
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B516:                                             ; preds = %B86
  store double 1.000000e+00, ptr %arg.counts.4, align 8
  %.525 = getelementptr i8, ptr %arg.options.4, i64 24
  %.526 = load double, ptr %.525, align 8
  %.529 = fcmp nsz contract ogt double %.526, 0.000000e+00
  store i64 0, ptr %.566, align 8
  %.580 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.580, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.569, align 8
  br label %B616

B616:                                             ; preds = %B616.if, %B516
  %.621 = load i64, ptr %.569, align 8
  %.622 = icmp sgt i64 %.621, 0
  br i1 %.622, label %B616.if, label %B872

B872:                                             ; preds = %B616
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B364.if:                                          ; preds = %B364
  %.376 = load i64, ptr %.312, align 8
  %.379 = add nsw i64 %.369, -1
  store i64 %.379, ptr %.315, align 8
  %.383 = add i64 %.376, 1
  store i64 %.383, ptr %.312, align 8
  %.415 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.376
  %.416 = load float, ptr %.415, align 4
  %.424 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.376
  %.425 = load float, ptr %.424, align 4
  %.436 = fmul nsz contract float %.416, %.216
  %.437 = fadd nsz contract float %.425, %.436
  %.439 = fmul nsz contract float %.437, %.150
  %.440 = fsub nsz contract float %.416, %.439
  %.448 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.376
  store float %.440, ptr %.448, align 4
  br label %B364

B616.if:                                          ; preds = %B616
  %.628 = load i64, ptr %.566, align 8
  %.631 = add nsw i64 %.621, -1
  store i64 %.631, ptr %.569, align 8
  %.635 = add i64 %.628, 1
  store i64 %.635, ptr %.566, align 8
  %.667 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.628
  %.668 = load float, ptr %.667, align 4
  %.676 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.628
  %.677 = load float, ptr %.676, align 4
  %.679 = fmul nsz contract float %.677, %.216
  %.680 = fadd nsz contract float %.668, %.679
  %.691 = getelementptr inbounds float, ptr %arg.buffer.4, i64 %.628
  %.692 = load float, ptr %.691, align 4
  %.694 = fmul nsz contract float %.692, %.183
  %.697 = fmul nsz contract float %.680, %.185
  %.698 = fadd nsz contract float %.694, %.697
  %.710 = getelementptr inbounds float, ptr %arg.buffer.4, i64 %.628
  store float %.698, ptr %.710, align 4
  %.719 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.628
  %.720 = load float, ptr %.719, align 4
  %.742 = fmul nsz contract float %.698, %.183
  %.746 = fadd nsz contract float %.680, %.742
  %"$phi846.7.2.1" = select i1 %.529, float %.746, float %.698
  %.763 = fmul nsz contract float %"$phi846.7.2.1", %.150
  %.769 = fsub nsz contract float %.720, %.763
  %.780 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.628
  store float %.769, ptr %.780, align 4
  br label %B616
}

; Function Attrs: alwaysinline
define internal i32 @optimizers._rmsprop(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.buffer.0, ptr %arg.buffer.1, i64 %arg.buffer.2, i64 %arg.buffer.3, ptr %arg.buffer.4, i64 %arg.buffer.5.0, i64 %arg.buffer.6.0, ptr %arg.squares.0, ptr %arg.squares.1, i64 %arg.squares.2, i64 %arg.squares.3, ptr %arg.squares.4, i64 %arg.squares.5.0, i64 %arg.squares.6.0, ptr %arg.means.0, ptr %arg.means.1, i64 %arg.means.2, i64 %arg.means.3, ptr %arg.means.4, i64 %arg.means.5.0, i64 %arg.means.6.0) #0 {
entry:
  %.355 = alloca i64, align 8
  store i64 0, ptr %.355, align 8
  %.358 = alloca i64, align 8
  store i64 0, ptr %.358, align 8
  %.531 = alloca float, align 4
  store float 0.000000e+00, ptr %.531, align 4
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.78 = fptrunc double %arg.rate to float
  %.106 = getelementptr i8, ptr %arg.options.4, i64 16
  %.107 = load double, ptr %.106, align 8
  %.108 = fptrunc double %.107 to float
  %.136 = getelementptr i8, ptr %arg.options.4, i64 32
  %.137 = load double, ptr %.136, align 8
  %.138 = fptrunc double %.137 to float
  %.167 = load double, ptr %arg.options.4, align 8
  %.168 = fptrunc double %.167 to float
  %.216 = getelementptr i8, ptr %arg.options.4, i64 48
  %.217 = load double, ptr %.216, align 8
  %.218 = fptrunc double %.217 to float
  %.248 = fsub nsz contract double 1.000000e+00, %.217
  %.249 = fptrunc double %.248 to float
  %.283 = getelementptr i8, ptr %arg.options.4, i64 24
  %.284 = load double, ptr %.283, align 8
  %.285 = fcmp nsz contract ogt double %.284, 0.000000e+00
  %.314 = load double, ptr %arg.options.4, align 8
  %.315 = fcmp nsz contract ogt double %.314, 0.000000e+00
  store i64 0, ptr %.355, align 8
  %.369 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.369, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.358, align 8
  br label %B474

B474:                                             ; preds = %B880, %entry
  %.412 = load i64, ptr %.358, align 8
  %.413 = icmp sgt i64 %.412, 0
  br i1 %.413, label %B474.if, label %B956

B644:                                             ; preds = %B474.if
  %.527 = getelementptr inbounds float, ptr %arg.means.4, i64 %.419
  %.528 = load float, ptr %.527, align 4
  store float 0.000000e+00, ptr %.531, align 4
  %.535 = call i32 @optimizers._lean(ptr nonnull %.531, ptr nonnull %excinfo.1, float %.528, float %.476, float %.249)
  %.545 = load float, ptr %.531, align 4
  switch i32 %.535, label %B644.if [
    i32 -2, label %B644.endif
    i32 0, label %B644.endif
  ], !prof !0

B756:                                             ; preds = %B644.endif, %B474.if
  %s.2.1 = phi float [ %.567, %B644.endif ], [ %.497, %B474.if ]
  %.576 = call nsz contract float @llvm.sqrt.f32(float %s.2.1)
  %.580 = fadd nsz contract float %.576, %.138
  %.585 = fdiv nsz contract float %.476, %.580
  br i1 %.315, label %B802, label %B880

B802:                                             ; preds = %B756
  %.605 = getelementptr inbounds float, ptr %arg.buffer.4, i64 %.419
  %.606 = load float, ptr %.605, align 4
  %.608 = fmul nsz contract float %.606, %.168
  %.610 = fadd nsz contract float %.608, %.585
  %.623 = getelementptr inbounds float, ptr %arg.buffer.4, i64 %.419
  store float %.610, ptr %.623, align 4
  br label %B880

B880:                                             ; preds = %B802, %B756
  %move.2.1 = phi float [ %.610, %B802 ], [ %.585, %B756 ]
  %.636 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.419
  %.637 = load float, ptr %.636, align 4
  %.640 = fmul nsz contract float %move.2.1, %.78
  %.643 = fsub nsz contract float %.637, %.640
  %.652 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.419
  store float %.643, ptr %.652, align 4
  br label %B474

common.ret:                                       ; preds = %B644.if, %B956
  %common.ret.op = phi i32 [ 0, %B956 ], [ %.535, %B644.if ]
  ret i32 %common.ret.op

B956:                                             ; preds = %B474
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B474.if:                                          ; preds = %B474
  %.419 = load i64, ptr %.355, align 8
  %.422 = add nsw i64 %.412, -1
  store i64 %.422, ptr %.358, align 8
  %.426 = add i64 %.419, 1
  store i64 %.426, ptr %.355, align 8
  %.462 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.419
  %.463 = load float, ptr %.462, align 4
  %.472 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.419
  %.473 = load float, ptr %.472, align 4
  %.475 = fmul nsz contract float %.473, %.108
  %.476 = fadd nsz contract float %.463, %.475
  %.488 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.419
  %.489 = load float, ptr %.488, align 4
  %.491 = fmul nsz contract float %.489, %.218
  %.494 = fmul nsz contract float %.476, %.249
  %.496 = fmul nsz contract float %.494, %.476
  %.497 = fadd nsz contract float %.491, %.496
  %.514 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.419
  store float %.497, ptr %.514, align 4
  br i1 %.285, label %B644, label %B756

B644.if:                                          ; preds = %B644
  %.543 = icmp sgt i32 %.535, 0
  %.536 = load ptr, ptr %excinfo.1, align 8
  %.544 = select i1 %.543, ptr %.536, ptr undef
  store ptr %.544, ptr %excinfo, align 8
  br label %common.ret

B644.endif:                                       ; preds = %B644, %B644
  %.563 = getelementptr inbounds float, ptr %arg.means.4, i64 %.419
  store float %.545, ptr %.563, align 4
  %.565 = fmul nsz contract float %.545, %.545
  %.567 = fsub nsz contract float %.497, %.565
  br label %B756
}

; Function Attrs: alwaysinline
define internal i32 @optimizers._nadam(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.means.0, ptr %arg.means.1, i64 %arg.means.2, i64 %arg.means.3, ptr %arg.means.4, i64 %arg.means.5.0, i64 %arg.means.6.0, ptr %arg.squares.0, ptr %arg.squares.1, i64 %arg.squares.2, i64 %arg.squares.3, ptr %arg.squares.4, i64 %arg.squares.5.0, i64 %arg.squares.6.0, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0) #0 {
entry:
  %.478 = alloca double, align 8
  store double 0.000000e+00, ptr %.478, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.571 = alloca double, align 8
  store double 0.000000e+00, ptr %.571, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.786 = alloca double, align 8
  store double 0.000000e+00, ptr %.786, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.853 = alloca i64, align 8
  store i64 0, ptr %.853, align 8
  %.856 = alloca i64, align 8
  store i64 0, ptr %.856, align 8
  %.981 = alloca float, align 4
  store float 0.000000e+00, ptr %.981, align 4
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.114 = load double, ptr %arg.counts.4, align 8
  %.146 = getelementptr i8, ptr %arg.options.4, i64 32
  %.147 = load double, ptr %.146, align 8
  %.149 = fptrunc double %.147 to float
  %.178 = getelementptr i8, ptr %arg.options.4, i64 48
  %.179 = load double, ptr %.178, align 8
  %.181 = fptrunc double %.179 to float
  %.216 = getelementptr i8, ptr %arg.options.4, i64 40
  %.217 = load double, ptr %.216, align 8
  %.218 = fsub nsz contract double 1.000000e+00, %.217
  %.220 = fptrunc double %.218 to float
  %.249 = getelementptr i8, ptr %arg.options.4, i64 48
  %.250 = load double, ptr %.249, align 8
  %.251 = fsub nsz contract double 1.000000e+00, %.250
  %.253 = fptrunc double %.251 to float
  %.288 = getelementptr i8, ptr %arg.options.4, i64 24
  %.289 = load double, ptr %.288, align 8
  %.290 = fcmp nsz contract ogt double %.289, 0.000000e+00
  br i1 %.290, label %B360, label %B336

B336:                                             ; preds = %entry
  %.335 = getelementptr i8, ptr %arg.options.4, i64 16
  %.336 = load double, ptr %.335, align 8
  %0 = fptrunc double %.336 to float
  br label %B360

B360:                                             ; preds = %B336, %entry
  %"$phi360.3.2.0" = phi float [ %0, %B336 ], [ 0.000000e+00, %entry ]
  br i1 %.290, label %B394, label %B434

B394:                                             ; preds = %B360
  %.391 = getelementptr i8, ptr %arg.options.4, i64 16
  %.392 = load double, ptr %.391, align 8
  %.394 = fmul nsz contract double %arg.rate, %.392
  %.395 = fsub nsz contract double 1.000000e+00, %.394
  %1 = fptrunc double %.395 to float
  br label %B434

B434:                                             ; preds = %B394, %B360
  %"$phi434.3.2.0" = phi float [ %1, %B394 ], [ 1.000000e+00, %B360 ]
  %.443 = getelementptr i8, ptr %arg.options.4, i64 40
  %.444 = load double, ptr %.443, align 8
  %.474 = getelementptr i8, ptr %arg.options.4, i64 80
  %.475 = load double, ptr %.474, align 8
  %.477 = fmul nsz contract double %.114, %.475
  store double 0.000000e+00, ptr %.478, align 8
  %.482 = call i32 @functions.power(ptr nonnull %.478, ptr nonnull %excinfo.1, double 0xBFA4E69ED6D80EB3, double %.477)
  %.492 = load double, ptr %.478, align 8
  switch i32 %.482, label %B434.if [
    i32 -2, label %B434.endif
    i32 0, label %B434.endif
  ], !prof !0

B1096:                                            ; preds = %B1098.endif, %B434.endif.endif.endif.endif.endif
  %.908 = load i64, ptr %.856, align 8
  %.909 = icmp sgt i64 %.908, 0
  br i1 %.909, label %B1096.if, label %B1482

common.ret:                                       ; preds = %B1098.if, %B434.endif.endif.endif.endif.if, %B434.endif.if, %B434.if, %B1482
  %common.ret.op = phi i32 [ 0, %B1482 ], [ %.790, %B434.endif.endif.endif.endif.if ], [ %.482, %B434.if ], [ %.575, %B434.endif.if ], [ %.985, %B1098.if ]
  ret i32 %common.ret.op

B1482:                                            ; preds = %B1096
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B434.if:                                          ; preds = %B434
  %.490 = icmp sgt i32 %.482, 0
  %.483 = load ptr, ptr %excinfo.1, align 8
  %.491 = select i1 %.490, ptr %.483, ptr undef
  store ptr %.491, ptr %excinfo, align 8
  br label %common.ret

B434.endif:                                       ; preds = %B434, %B434
  %.504 = fmul nsz contract double %.492, 5.000000e-01
  %.505 = fsub nsz contract double 1.000000e+00, %.504
  %.506 = fmul nsz contract double %.444, %.505
  %.535 = getelementptr i8, ptr %arg.options.4, i64 40
  %.536 = load double, ptr %.535, align 8
  %.539 = fadd nsz contract double %.114, 1.000000e+00
  %.568 = getelementptr i8, ptr %arg.options.4, i64 80
  %.569 = load double, ptr %.568, align 8
  %.570 = fmul nsz contract double %.539, %.569
  store double 0.000000e+00, ptr %.571, align 8
  %.575 = call i32 @functions.power(ptr nonnull %.571, ptr nonnull %excinfo.2, double 0xBFA4E69ED6D80EB3, double %.570)
  %.585 = load double, ptr %.571, align 8
  switch i32 %.575, label %B434.endif.if [
    i32 -2, label %B434.endif.endif
    i32 0, label %B434.endif.endif
  ], !prof !0

B434.endif.if:                                    ; preds = %B434.endif
  %.583 = icmp sgt i32 %.575, 0
  %.576 = load ptr, ptr %excinfo.2, align 8
  %.584 = select i1 %.583, ptr %.576, ptr undef
  store ptr %.584, ptr %excinfo, align 8
  br label %common.ret

B434.endif.endif:                                 ; preds = %B434.endif, %B434.endif
  %.595 = fmul nsz contract double %.585, 5.000000e-01
  %.596 = fsub nsz contract double 1.000000e+00, %.595
  %.597 = fmul nsz contract double %.536, %.596
  %.626 = getelementptr i8, ptr %arg.counts.4, i64 8
  %.627 = load double, ptr %.626, align 8
  %.628 = fptrunc double %.627 to float
  %.629 = fptrunc double %.506 to float
  %.630 = fmul nsz contract float %.628, %.629
  %.659 = getelementptr i8, ptr %arg.counts.4, i64 8
  %.660 = fpext float %.630 to double
  store double %.660, ptr %.659, align 8
  %.662 = fsub nsz contract double 1.000000e+00, %.506
  %.664 = fmul nsz contract double %arg.rate, %.662
  %.695 = fsub nsz contract double 1.000000e+00, %.660
  %.699 = fdiv nsz contract double %.664, %.695
  %.701 = fptrunc double %.699 to float
  %.706 = fmul nsz contract double %arg.rate, %.597
  %.737 = getelementptr i8, ptr %arg.counts.4, i64 8
  %.738 = load double, ptr %.737, align 8
  %.741 = fmul nsz contract double %.738, %.597
  %.742 = fsub nsz contract double 1.000000e+00, %.741
  %.746 = fdiv nsz contract double %.706, %.742
  %.748 = fptrunc double %.746 to float
  %.781 = getelementptr i8, ptr %arg.options.4, i64 64
  %.782 = load double, ptr %.781, align 8
  store double 0.000000e+00, ptr %.786, align 8
  %.790 = call i32 @functions.power(ptr nonnull %.786, ptr nonnull %excinfo.3, double %.782, double %.114)
  %.800 = load double, ptr %.786, align 8
  switch i32 %.790, label %B434.endif.endif.endif.endif.if [
    i32 -2, label %B434.endif.endif.endif.endif.endif
    i32 0, label %B434.endif.endif.endif.endif.endif
  ], !prof !0

B434.endif.endif.endif.endif.if:                  ; preds = %B434.endif.endif
  %.798 = icmp sgt i32 %.790, 0
  %.791 = load ptr, ptr %excinfo.3, align 8
  %.799 = select i1 %.798, ptr %.791, ptr undef
  store ptr %.799, ptr %excinfo, align 8
  br label %common.ret

B434.endif.endif.endif.endif.endif:               ; preds = %B434.endif.endif, %B434.endif.endif
  %.812 = fsub nsz contract double 1.000000e+00, %.800
  %.814 = fptrunc double %.812 to float
  store i64 0, ptr %.853, align 8
  %.867 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.867, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.856, align 8
  br label %B1096

B1096.if:                                         ; preds = %B1096
  %.915 = load i64, ptr %.853, align 8
  %.918 = add nsw i64 %.908, -1
  store i64 %.918, ptr %.856, align 8
  %.922 = add i64 %.915, 1
  store i64 %.922, ptr %.853, align 8
  %.954 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.915
  %.955 = load float, ptr %.954, align 4
  %.957 = fmul nsz contract float %.955, %"$phi434.3.2.0"
  %.965 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.915
  %.966 = load float, ptr %.965, align 4
  %.968 = fmul nsz contract float %"$phi360.3.2.0", %.957
  %.969 = fadd nsz contract float %.966, %.968
  %.978 = getelementptr inbounds float, ptr %arg.means.4, i64 %.915
  %.979 = load float, ptr %.978, align 4
  store float 0.000000e+00, ptr %.981, align 4
  %.985 = call i32 @optimizers._lean(ptr nonnull %.981, ptr nonnull %excinfo.4, float %.979, float %.969, float %.220)
  %.995 = load float, ptr %.981, align 4
  switch i32 %.985, label %B1098.if [
    i32 -2, label %B1098.endif
    i32 0, label %B1098.endif
  ], !prof !0

B1098.if:                                         ; preds = %B1096.if
  %.993 = icmp sgt i32 %.985, 0
  %.986 = load ptr, ptr %excinfo.4, align 8
  %.994 = select i1 %.993, ptr %.986, ptr undef
  store ptr %.994, ptr %excinfo, align 8
  br label %common.ret

B1098.endif:                                      ; preds = %B1096.if, %B1096.if
  %.1012 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.915
  %.1013 = load float, ptr %.1012, align 4
  %.1015 = fmul nsz contract float %.1013, %.181
  %.1017 = fmul nsz contract float %.969, %.253
  %.1018 = fmul nsz contract float %.1017, %.969
  %.1019 = fadd nsz contract float %.1015, %.1018
  %.1027 = getelementptr inbounds float, ptr %arg.means.4, i64 %.915
  store float %.995, ptr %.1027, align 4
  %.1036 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.915
  store float %.1019, ptr %.1036, align 4
  %.1042 = fdiv nsz contract float %.1019, %.814
  %.1043 = call nsz contract float @llvm.sqrt.f32(float %.1042)
  %.1045 = fadd nsz contract float %.1043, %.149
  %.1047 = fmul nsz contract float %.969, %.701
  %.1051 = fdiv nsz contract float %.1047, %.1045
  %.1052 = fsub nsz contract float %.957, %.1051
  %.1054 = fmul nsz contract float %.995, %.748
  %.1058 = fdiv nsz contract float %.1054, %.1045
  %.1059 = fsub nsz contract float %.1052, %.1058
  %.1067 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.915
  store float %.1059, ptr %.1067, align 4
  br label %B1096
}

; Function Attrs: alwaysinline
define internal i32 @optimizers._adam(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.means.0, ptr %arg.means.1, i64 %arg.means.2, i64 %arg.means.3, ptr %arg.means.4, i64 %arg.means.5.0, i64 %arg.means.6.0, ptr %arg.squares.0, ptr %arg.squares.1, i64 %arg.squares.2, i64 %arg.squares.3, ptr %arg.squares.4, i64 %arg.squares.5.0, i64 %arg.squares.6.0, ptr %arg.largest.0, ptr %arg.largest.1, i64 %arg.largest.2, i64 %arg.largest.3, ptr %arg.largest.4, i64 %arg.largest.5.0, i64 %arg.largest.6.0, double %arg.count) #0 {
entry:
  %.388 = alloca double, align 8
  store double 0.000000e+00, ptr %.388, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.459 = alloca double, align 8
  store double 0.000000e+00, ptr %.459, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.563 = alloca i64, align 8
  store i64 0, ptr %.563, align 8
  %.566 = alloca i64, align 8
  store i64 0, ptr %.566, align 8
  %.701 = alloca float, align 4
  store float 0.000000e+00, ptr %.701, align 4
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.119 = getelementptr i8, ptr %arg.options.4, i64 32
  %.120 = load double, ptr %.119, align 8
  %.122 = fptrunc double %.120 to float
  %.151 = getelementptr i8, ptr %arg.options.4, i64 48
  %.152 = load double, ptr %.151, align 8
  %.154 = fptrunc double %.152 to float
  %.189 = getelementptr i8, ptr %arg.options.4, i64 40
  %.190 = load double, ptr %.189, align 8
  %.191 = fsub nsz contract double 1.000000e+00, %.190
  %.193 = fptrunc double %.191 to float
  %.222 = getelementptr i8, ptr %arg.options.4, i64 48
  %.223 = load double, ptr %.222, align 8
  %.224 = fsub nsz contract double 1.000000e+00, %.223
  %.226 = fptrunc double %.224 to float
  %.234 = icmp eq i64 %arg.code, 3
  br i1 %.234, label %B300, label %B328

B300:                                             ; preds = %entry
  %.271 = getelementptr i8, ptr %arg.options.4, i64 16
  %.272 = load double, ptr %.271, align 8
  %0 = fptrunc double %.272 to float
  br label %B328

B328:                                             ; preds = %B300, %entry
  %"$phi328.3.2.0" = phi float [ %0, %B300 ], [ 0.000000e+00, %entry ]
  %.293 = icmp eq i64 %arg.code, 4
  br i1 %.293, label %B380, label %B420

B380:                                             ; preds = %B328
  %.332 = getelementptr i8, ptr %arg.options.4, i64 16
  %.333 = load double, ptr %.332, align 8
  %.335 = fmul nsz contract double %arg.rate, %.333
  %.336 = fsub nsz contract double 1.000000e+00, %.335
  %1 = fptrunc double %.336 to float
  br label %B420

B420:                                             ; preds = %B380, %B328
  %"$phi420.3.2.0" = phi float [ %1, %B380 ], [ 1.000000e+00, %B328 ]
  %.385 = getelementptr i8, ptr %arg.options.4, i64 56
  %.386 = load double, ptr %.385, align 8
  store double 0.000000e+00, ptr %.388, align 8
  %.392 = call i32 @functions.power(ptr nonnull %.388, ptr nonnull %excinfo.1, double %.386, double %arg.count)
  %.402 = load double, ptr %.388, align 8
  switch i32 %.392, label %B420.if [
    i32 -2, label %B420.endif
    i32 0, label %B420.endif
  ], !prof !0

B734:                                             ; preds = %B420.endif.endif.endif, %B1120
  %.618 = load i64, ptr %.566, align 8
  %.619 = icmp sgt i64 %.618, 0
  br i1 %.619, label %B734.if, label %B1212

B1010:                                            ; preds = %B736.endif
  %.785 = getelementptr inbounds float, ptr %arg.largest.4, i64 %.625
  %.786 = load float, ptr %.785, align 4
  %.788 = fcmp nsz contract ogt float %.743, %.786
  br i1 %.788, label %B1084, label %B1054

B1054:                                            ; preds = %B1010
  %.807 = getelementptr inbounds float, ptr %arg.largest.4, i64 %.625
  %.808 = load float, ptr %.807, align 4
  br label %B1084

B1084:                                            ; preds = %B1054, %B1010
  %"$phi1084.1.2.1" = phi float [ %.808, %B1054 ], [ %.743, %B1010 ]
  %.825 = getelementptr inbounds float, ptr %arg.largest.4, i64 %.625
  store float %"$phi1084.1.2.1", ptr %.825, align 4
  br label %B1120

B1120:                                            ; preds = %B736.endif, %B1084
  %s.2.1 = phi float [ %"$phi1084.1.2.1", %B1084 ], [ %.743, %B736.endif ]
  %.832 = fmul nsz contract float %.715, %.423
  %.836 = call nsz contract float @llvm.sqrt.f32(float %s.2.1)
  %.843 = fdiv nsz contract float %.836, %.488
  %.845 = fadd nsz contract float %.843, %.122
  %.849 = fdiv nsz contract float %.832, %.845
  %.851 = fsub nsz contract float %.671, %.849
  %.862 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.625
  store float %.851, ptr %.862, align 4
  br label %B734

common.ret:                                       ; preds = %B736.if, %B420.endif.endif.if, %B420.if, %B1212
  %common.ret.op = phi i32 [ 0, %B1212 ], [ %.463, %B420.endif.endif.if ], [ %.392, %B420.if ], [ %.705, %B736.if ]
  ret i32 %common.ret.op

B1212:                                            ; preds = %B734
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B420.if:                                          ; preds = %B420
  %.400 = icmp sgt i32 %.392, 0
  %.393 = load ptr, ptr %excinfo.1, align 8
  %.401 = select i1 %.400, ptr %.393, ptr undef
  store ptr %.401, ptr %excinfo, align 8
  br label %common.ret

B420.endif:                                       ; preds = %B420, %B420
  %.414 = fsub nsz contract double 1.000000e+00, %.402
  %.419 = fdiv nsz contract double %arg.rate, %.414
  %.423 = fptrunc double %.419 to float
  %.456 = getelementptr i8, ptr %arg.options.4, i64 64
  %.457 = load double, ptr %.456, align 8
  store double 0.000000e+00, ptr %.459, align 8
  %.463 = call i32 @functions.power(ptr nonnull %.459, ptr nonnull %excinfo.2, double %.457, double %arg.count)
  %.473 = load double, ptr %.459, align 8
  switch i32 %.463, label %B420.endif.endif.if [
    i32 -2, label %B420.endif.endif.endif
    i32 0, label %B420.endif.endif.endif
  ], !prof !0

B420.endif.endif.if:                              ; preds = %B420.endif
  %.471 = icmp sgt i32 %.463, 0
  %.464 = load ptr, ptr %excinfo.2, align 8
  %.472 = select i1 %.471, ptr %.464, ptr undef
  store ptr %.472, ptr %excinfo, align 8
  br label %common.ret

B420.endif.endif.endif:                           ; preds = %B420.endif, %B420.endif
  %.485 = fsub nsz contract double 1.000000e+00, %.473
  %.486 = call nsz contract double @llvm.sqrt.f64(double %.485)
  %.488 = fptrunc double %.486 to float
  %.522 = getelementptr i8, ptr %arg.options.4, i64 24
  %.523 = load double, ptr %.522, align 8
  %.526 = fcmp nsz contract ogt double %.523, 0.000000e+00
  store i64 0, ptr %.563, align 8
  %.577 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.577, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.566, align 8
  br label %B734

B734.if:                                          ; preds = %B734
  %.625 = load i64, ptr %.563, align 8
  %.628 = add nsw i64 %.618, -1
  store i64 %.628, ptr %.566, align 8
  %.632 = add i64 %.625, 1
  store i64 %.632, ptr %.563, align 8
  %.668 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.625
  %.669 = load float, ptr %.668, align 4
  %.671 = fmul nsz contract float %.669, %"$phi420.3.2.0"
  %.683 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.625
  %.684 = load float, ptr %.683, align 4
  %.687 = fmul nsz contract float %"$phi328.3.2.0", %.671
  %.688 = fadd nsz contract float %.684, %.687
  %.698 = getelementptr inbounds float, ptr %arg.means.4, i64 %.625
  %.699 = load float, ptr %.698, align 4
  store float 0.000000e+00, ptr %.701, align 4
  %.705 = call i32 @optimizers._lean(ptr nonnull %.701, ptr nonnull %excinfo.3, float %.699, float %.688, float %.193)
  %.715 = load float, ptr %.701, align 4
  switch i32 %.705, label %B736.if [
    i32 -2, label %B736.endif
    i32 0, label %B736.endif
  ], !prof !0

B736.if:                                          ; preds = %B734.if
  %.713 = icmp sgt i32 %.705, 0
  %.706 = load ptr, ptr %excinfo.3, align 8
  %.714 = select i1 %.713, ptr %.706, ptr undef
  store ptr %.714, ptr %excinfo, align 8
  br label %common.ret

B736.endif:                                       ; preds = %B734.if, %B734.if
  %.736 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.625
  %.737 = load float, ptr %.736, align 4
  %.739 = fmul nsz contract float %.737, %.154
  %.741 = fmul nsz contract float %.688, %.226
  %.742 = fmul nsz contract float %.741, %.688
  %.743 = fadd nsz contract float %.739, %.742
  %.760 = getelementptr inbounds float, ptr %arg.means.4, i64 %.625
  store float %.715, ptr %.760, align 4
  %.771 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.625
  store float %.743, ptr %.771, align 4
  br i1 %.526, label %B1010, label %B1120
}

; Function Attrs: alwaysinline
define internal i32 @optimizers._adagrad(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.options.0, ptr %arg.options.1, i64 %arg.options.2, i64 %arg.options.3, ptr %arg.options.4, i64 %arg.options.5.0, i64 %arg.options.6.0, double %arg.rate, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.squares.0, ptr %arg.squares.1, i64 %arg.squares.2, i64 %arg.squares.3, ptr %arg.squares.4, i64 %arg.squares.5.0, i64 %arg.squares.6.0) #0 {
entry:
  %.159 = alloca i64, align 8
  store i64 0, ptr %.159, align 8
  %.162 = alloca i64, align 8
  store i64 0, ptr %.162, align 8
  %.56 = fptrunc double %arg.rate to float
  %.84 = getelementptr i8, ptr %arg.options.4, i64 16
  %.85 = load double, ptr %.84, align 8
  %.86 = fptrunc double %.85 to float
  %.114 = getelementptr i8, ptr %arg.options.4, i64 32
  %.115 = load double, ptr %.114, align 8
  %.116 = fptrunc double %.115 to float
  store i64 0, ptr %.159, align 8
  %.173 = icmp slt i64 %arg.flat.5.0, 1
  %storemerge = select i1 %.173, i64 0, i64 %arg.flat.5.0
  store i64 %storemerge, ptr %.162, align 8
  br label %B232

B232:                                             ; preds = %B232.if, %entry
  %.216 = load i64, ptr %.162, align 8
  %.217 = icmp sgt i64 %.216, 0
  br i1 %.217, label %B232.if, label %B500

B500:                                             ; preds = %B232
  store ptr null, ptr %retptr, align 8
  ret i32 0

B232.if:                                          ; preds = %B232
  %.223 = load i64, ptr %.159, align 8
  %.226 = add nsw i64 %.216, -1
  store i64 %.226, ptr %.162, align 8
  %.230 = add i64 %.223, 1
  store i64 %.230, ptr %.159, align 8
  %.262 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.223
  %.263 = load float, ptr %.262, align 4
  %.271 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.223
  %.272 = load float, ptr %.271, align 4
  %.274 = fmul nsz contract float %.272, %.86
  %.275 = fadd nsz contract float %.263, %.274
  %.283 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.223
  %.284 = load float, ptr %.283, align 4
  %.285 = fmul nsz contract float %.275, %.275
  %.286 = fadd nsz contract float %.284, %.285
  %.294 = getelementptr inbounds float, ptr %arg.squares.4, i64 %.223
  store float %.286, ptr %.294, align 4
  %.303 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.223
  %.304 = load float, ptr %.303, align 4
  %.306 = fmul nsz contract float %.275, %.56
  %.307 = call nsz contract float @llvm.sqrt.f32(float %.286)
  %.309 = fadd nsz contract float %.307, %.116
  %.313 = fdiv nsz contract float %.306, %.309
  %.314 = fsub nsz contract float %.304, %.313
  %.322 = getelementptr inbounds float, ptr %arg.flat.4, i64 %.223
  store float %.314, ptr %.322, align 4
  br label %B232
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.sqrt.f32(float) #2

; Function Attrs: alwaysinline
define internal i32 @functions.power(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, double %arg.log, double %arg.exponent) #0 {
entry:
  %.10 = alloca <16 x double>, align 128
  store <16 x double> zeroinitializer, ptr %.10, align 128
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.7 = fmul nsz contract double %arg.log, %arg.exponent
  %.8 = insertelement <16 x double> poison, double %.7, i64 0
  %.9 = shufflevector <16 x double> %.8, <16 x double> poison, <16 x i32> zeroinitializer
  store <16 x double> zeroinitializer, ptr %.10, align 128
  %.14 = call i32 @functions.exp(ptr nonnull %.10, ptr nonnull %excinfo.1, <16 x double> %.9)
  %.24 = load <16 x double>, ptr %.10, align 128
  switch i32 %.14, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.22 = icmp sgt i32 %.14, 0
  %.15 = load ptr, ptr %excinfo.1, align 8
  %.23 = select i1 %.22, ptr %.15, ptr undef
  store ptr %.23, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B0.endif, %B0.if
  %common.ret.op = phi i32 [ 0, %B0.endif ], [ %.14, %B0.if ]
  ret i32 %common.ret.op

B0.endif:                                         ; preds = %entry, %entry
  %.36 = extractelement <16 x double> %.24, i64 0
  store double %.36, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @optimizers._lean(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, float %arg.mean, float %arg.g, float %arg.share) #0 {
entry:
  %.16 = fcmp nsz contract olt float %arg.share, 5.000000e-01
  br i1 %.16, label %B44, label %B66

common.ret:                                       ; preds = %B66, %B44
  %storemerge = phi float [ %.46, %B66 ], [ %.28, %B44 ]
  store float %storemerge, ptr %retptr, align 4
  ret i32 0

B44:                                              ; preds = %entry
  %.20 = fsub nsz contract float %arg.g, %arg.mean
  %.24 = fmul nsz contract float %arg.share, %.20
  %.28 = fadd nsz contract float %arg.mean, %.24
  br label %common.ret

B66:                                              ; preds = %entry
  %.35 = fsub nsz contract float %arg.g, %arg.mean
  %.41 = fsub nsz contract float 1.000000e+00, %arg.share
  %.44 = fmul nsz contract float %.35, %.41
  %.46 = fsub nsz contract float %arg.g, %.44
  br label %common.ret
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare double @llvm.sqrt.f64(double) #2

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
  %.681 = call i32 @passes.weigh.11(ptr nonnull %.673, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.424, i64 %.244, i64 %.479, i64 %.534, i64 %.589, i64 %.184, i64 %arg.width)
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
define internal i32 @chance.drop(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.values, i64 %arg.masks, i64 %arg.units, i64 %arg.width, i64 %arg.row, i64 %arg.used, double %arg.share, i64 %arg.stream) #0 {
entry:
  %.72 = alloca i64, align 8
  store i64 0, ptr %.72, align 8
  %.75 = alloca i64, align 8
  store i64 0, ptr %.75, align 8
  %.195 = alloca i64, align 8
  store i64 0, ptr %.195, align 8
  %.198 = alloca i64, align 8
  store i64 0, ptr %.198, align 8
  %.300 = alloca i64, align 8
  store i64 0, ptr %.300, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.404 = alloca i64, align 8
  store i64 0, ptr %.404, align 8
  %.407 = alloca i64, align 8
  store i64 0, ptr %.407, align 8
  %.547 = alloca ptr, align 8
  store ptr null, ptr %.547, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.40 = fsub nsz contract double 1.000000e+00, %arg.share
  %.44 = fdiv nsz contract double 1.000000e+00, %.40
  store i64 0, ptr %.72, align 8
  %.86 = icmp slt i64 %arg.units, 1
  %storemerge = select i1 %.86, i64 0, i64 %arg.units
  store i64 %storemerge, ptr %.75, align 8
  br label %B50

B50:                                              ; preds = %B334, %entry
  %.129 = load i64, ptr %.75, align 8
  %.130 = icmp sgt i64 %.129, 0
  br i1 %.130, label %B50.if, label %B394

B84:                                              ; preds = %B86.endif, %B50.if
  %.250 = load i64, ptr %.198, align 8
  %.251 = icmp sgt i64 %.250, 0
  br i1 %.251, label %B84.if, label %B302

B302:                                             ; preds = %B84
  store i64 %arg.used, ptr %.404, align 8
  %.417 = sub i64 %arg.width, %arg.used
  %.418 = icmp slt i64 %.417, 1
  %storemerge174 = select i1 %.418, i64 0, i64 %.417
  store i64 %storemerge174, ptr %.407, align 8
  br label %B334

B334:                                             ; preds = %B334.if, %B302
  %.459 = load i64, ptr %.407, align 8
  %.460 = icmp sgt i64 %.459, 0
  br i1 %.460, label %B334.if, label %B50

B394:                                             ; preds = %B50
  %.539 = mul nsw i64 %arg.units, %arg.width
  store ptr null, ptr %.547, align 8
  %.553 = call i32 @chance.multiply(ptr nonnull %.547, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.values, i64 %arg.masks, i64 %.539)
  switch i32 %.553, label %B394.if [
    i32 -2, label %B394.endif
    i32 0, label %B394.endif
  ], !prof !0

common.ret:                                       ; preds = %B394.endif, %B394.if, %B86.if
  %common.ret.op = phi i32 [ %.553, %B394.if ], [ 0, %B394.endif ], [ %.304, %B86.if ]
  ret i32 %common.ret.op

B50.if:                                           ; preds = %B50
  %.136 = load i64, ptr %.72, align 8
  %.139 = add nsw i64 %.129, -1
  store i64 %.139, ptr %.75, align 8
  %.143 = add i64 %.136, 1
  store i64 %.143, ptr %.72, align 8
  store i64 0, ptr %.195, align 8
  %.209 = icmp slt i64 %arg.used, 1
  %storemerge173 = select i1 %.209, i64 0, i64 %arg.used
  store i64 %storemerge173, ptr %.198, align 8
  br label %B84

B84.if:                                           ; preds = %B84
  %.257 = load i64, ptr %.195, align 8
  %.260 = add nsw i64 %.250, -1
  store i64 %.260, ptr %.198, align 8
  %.264 = add i64 %.257, 1
  store i64 %.264, ptr %.195, align 8
  %.291 = add nsw i64 %arg.row, %.257
  %.293 = mul nsw i64 %.291, %arg.units
  %.295 = add nsw i64 %.293, %.136
  %0 = mul i64 %.295, -7046029254386353131
  %.297 = add i64 %0, -7046029254386353131
  %.299 = add i64 %arg.stream, %.297
  store i64 0, ptr %.300, align 8
  %.304 = call i32 @chance.mix(ptr nonnull %.300, ptr nonnull %excinfo.1, i64 %.299)
  %.314 = load i64, ptr %.300, align 8
  switch i32 %.304, label %B86.if [
    i32 -2, label %B86.endif
    i32 0, label %B86.endif
  ], !prof !0

B86.if:                                           ; preds = %B84.if
  %.312 = icmp sgt i32 %.304, 0
  %.305 = load ptr, ptr %excinfo.1, align 8
  %.313 = select i1 %.312, ptr %.305, ptr undef
  store ptr %.313, ptr %excinfo, align 8
  br label %common.ret

B86.endif:                                        ; preds = %B84.if, %B84.if
  %.326 = mul nsw i64 %.136, %arg.width
  %.330 = lshr i64 %.314, 11
  %.331 = uitofp nneg i64 %.330 to double
  %.332 = fmul nsz contract double %.331, 0x3CA0000000000000
  %.334 = fcmp nsz contract oge double %.332, %arg.share
  %"$phi284.6.2.2" = select i1 %.334, double %.44, double 0.000000e+00
  %.357 = fptrunc double %"$phi284.6.2.2" to float
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.masks
  %2 = getelementptr float, ptr %1, i64 %.326
  %.364 = getelementptr float, ptr %2, i64 %.257
  store float %.357, ptr %.364, align 4
  br label %B84

B334.if:                                          ; preds = %B334
  %.466 = load i64, ptr %.404, align 8
  %.469 = add nsw i64 %.459, -1
  store i64 %.469, ptr %.407, align 8
  %.473 = add i64 %.466, 1
  store i64 %.473, ptr %.404, align 8
  %.500 = mul nsw i64 %.136, %arg.width
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.masks
  %4 = getelementptr float, ptr %3, i64 %.500
  %.512 = getelementptr float, ptr %4, i64 %.466
  store float 0.000000e+00, ptr %.512, align 4
  br label %B334

B394.if:                                          ; preds = %B394
  %.561 = icmp sgt i32 %.553, 0
  %.554 = load ptr, ptr %excinfo.2, align 8
  %.562 = select i1 %.561, ptr %.554, ptr undef
  store ptr %.562, ptr %excinfo, align 8
  br label %common.ret

B394.endif:                                       ; preds = %B394, %B394
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @losses.output_gradients(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.code, double %arg.bound, i64 %arg.values, i64 %arg.targets, i64 %arg.gradients, i64 %arg.units, i64 %arg.width, i64 %arg.used, i64 %arg.batch) #0 {
entry:
  %.60 = alloca ptr, align 8
  store ptr null, ptr %.60, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.158 = alloca i64, align 8
  store i64 0, ptr %.158, align 8
  %.161 = alloca i64, align 8
  store i64 0, ptr %.161, align 8
  %.281 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.281, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.374 = alloca i64, align 8
  store i64 0, ptr %.374, align 8
  %.377 = alloca i64, align 8
  store i64 0, ptr %.377, align 8
  %.496 = alloca i64, align 8
  store i64 0, ptr %.496, align 8
  %.499 = alloca i64, align 8
  store i64 0, ptr %.499, align 8
  %.43 = icmp eq i64 %arg.code, 5
  %.46 = icmp sgt i64 %arg.units, 1
  %or.cond = select i1 %.43, i1 %.46, i1 false
  br i1 %or.cond, label %B38, label %B82

B38:                                              ; preds = %entry
  store ptr null, ptr %.60, align 8
  %.66 = call i32 @losses._surprise(ptr nonnull %.60, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.values, i64 %arg.targets, i64 %arg.gradients, i64 %arg.units, i64 %arg.width, i64 %arg.batch)
  switch i32 %.66, label %B38.if [
    i32 -2, label %B362
    i32 0, label %B362
  ], !prof !0

B82:                                              ; preds = %entry
  switch i64 %arg.code, label %B136 [
    i64 1, label %B150
    i64 4, label %B150
  ]

B136:                                             ; preds = %B82
  %.115 = mul nsw i64 %arg.batch, %arg.units
  br label %B150

B150:                                             ; preds = %B136, %B82, %B82
  %.102.pn.in = phi i64 [ %.115, %B136 ], [ %arg.batch, %B82 ], [ %arg.batch, %B82 ]
  %.102.pn = sitofp i64 %.102.pn.in to double
  %"$phi150.0.2.0" = fdiv nsz contract double 1.000000e+00, %.102.pn
  %.134 = mul nsw i64 %arg.units, %arg.width
  store i64 0, ptr %.158, align 8
  %.172 = icmp slt i64 %.134, 1
  %0 = add nuw i64 %.134, 15
  %.193 = lshr i64 %0, 4
  %storemerge = select i1 %.172, i64 0, i64 %.193
  store i64 %storemerge, ptr %.161, align 8
  br label %B202

B202:                                             ; preds = %B204.endif, %B150
  %.213 = load i64, ptr %.161, align 8
  %.214 = icmp sgt i64 %.213, 0
  br i1 %.214, label %B202.if, label %B362

B362:                                             ; preds = %B202, %B38, %B38
  store i64 0, ptr %.374, align 8
  %.388 = icmp slt i64 %arg.units, 1
  %storemerge203 = select i1 %.388, i64 0, i64 %arg.units
  store i64 %storemerge203, ptr %.377, align 8
  br label %B424

B424:                                             ; preds = %B460, %B362
  %.429 = load i64, ptr %.377, align 8
  %.430 = icmp sgt i64 %.429, 0
  br i1 %.430, label %B424.if, label %B548

B460:                                             ; preds = %B460.if, %B424.if
  %.551 = load i64, ptr %.499, align 8
  %.552 = icmp sgt i64 %.551, 0
  br i1 %.552, label %B460.if, label %B424

common.ret:                                       ; preds = %B204.if, %B38.if, %B548
  %common.ret.op = phi i32 [ 0, %B548 ], [ %.66, %B38.if ], [ %.285, %B204.if ]
  ret i32 %common.ret.op

B548:                                             ; preds = %B424
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B38.if:                                           ; preds = %B38
  %.74 = icmp sgt i32 %.66, 0
  %.67 = load ptr, ptr %excinfo.1, align 8
  %.75 = select i1 %.74, ptr %.67, ptr undef
  store ptr %.75, ptr %excinfo, align 8
  br label %common.ret

B202.if:                                          ; preds = %B202
  %.220 = load i64, ptr %.158, align 8
  %.223 = add nsw i64 %.213, -1
  store i64 %.223, ptr %.161, align 8
  %.227 = add i64 %.220, 16
  store i64 %.227, ptr %.158, align 8
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.261 = getelementptr float, ptr %1, i64 %.220
  %.263 = load <16 x float>, ptr %.261, align 4
  %2 = getelementptr float, ptr %arg.work.4, i64 %arg.targets
  %.273 = getelementptr float, ptr %2, i64 %.220
  %.275 = load <16 x float>, ptr %.273, align 4
  store <16 x float> zeroinitializer, ptr %.281, align 64
  %.285 = call i32 @losses._single(ptr nonnull %.281, ptr nonnull %excinfo.2, i64 %arg.code, <16 x float> %.263, <16 x float> %.275, double %arg.bound)
  %.295 = load <16 x float>, ptr %.281, align 64
  switch i32 %.285, label %B204.if [
    i32 -2, label %B204.endif
    i32 0, label %B204.endif
  ], !prof !0

B204.if:                                          ; preds = %B202.if
  %.293 = icmp sgt i32 %.285, 0
  %.286 = load ptr, ptr %excinfo.2, align 8
  %.294 = select i1 %.293, ptr %.286, ptr undef
  store ptr %.294, ptr %excinfo, align 8
  br label %common.ret

B204.endif:                                       ; preds = %B202.if, %B202.if
  %.306 = fptrunc double %"$phi150.0.2.0" to float
  %.307 = insertelement <16 x float> poison, float %.306, i64 0
  %.308 = shufflevector <16 x float> %.307, <16 x float> poison, <16 x i32> zeroinitializer
  %.309 = fmul contract <16 x float> %.295, %.308
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %.317 = getelementptr float, ptr %3, i64 %.220
  store <16 x float> %.309, ptr %.317, align 4
  br label %B202

B424.if:                                          ; preds = %B424
  %.436 = load i64, ptr %.374, align 8
  %.439 = add nsw i64 %.429, -1
  store i64 %.439, ptr %.377, align 8
  %.443 = add i64 %.436, 1
  store i64 %.443, ptr %.374, align 8
  %4 = mul nsw i64 %.436, %arg.width
  store i64 %arg.used, ptr %.496, align 8
  %.509 = sub i64 %arg.width, %arg.used
  %.510 = icmp slt i64 %.509, 1
  %storemerge204 = select i1 %.510, i64 0, i64 %.509
  store i64 %storemerge204, ptr %.499, align 8
  br label %B460

B460.if:                                          ; preds = %B460
  %.558 = load i64, ptr %.496, align 8
  %.561 = add nsw i64 %.551, -1
  store i64 %.561, ptr %.499, align 8
  %.565 = add i64 %.558, 1
  store i64 %.565, ptr %.496, align 8
  %5 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %6 = getelementptr float, ptr %5, i64 %4
  %.605 = getelementptr float, ptr %6, i64 %.558
  store float 0.000000e+00, ptr %.605, align 4
  br label %B460
}

; Function Attrs: noinline
define internal i32 @passes.backward(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.before, i8 %arg.dropped, i64 %arg.width) #1 {
entry:
  %.50.not = icmp eq i8 %arg.dropped, 0
  %.313 = alloca ptr, align 8
  store ptr null, ptr %.313, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.405 = alloca ptr, align 8
  store ptr null, ptr %.405, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.668 = alloca ptr, align 8
  store ptr null, ptr %.668, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.711 = alloca ptr, align 8
  store ptr null, ptr %.711, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.770 = alloca ptr, align 8
  store ptr null, ptr %.770, align 8
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.98 = icmp slt i64 %arg.k, 0
  %.99 = select i1 %.98, i64 %arg.layers.5.0, i64 0
  %.100 = add i64 %arg.k, %.99
  %.120 = mul i64 %.100, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.120
  %.124 = getelementptr i8, ptr %0, i64 8
  %.125 = load i64, ptr %.124, align 8
  %.156 = icmp slt i64 %arg.k, 0
  %.157 = select i1 %.156, i64 %arg.layers.5.0, i64 0
  %.158 = add i64 %arg.k, %.157
  %.178 = mul i64 %.158, %arg.layers.5.1
  %1 = getelementptr i64, ptr %arg.layers.4, i64 %.178
  %.182 = getelementptr i8, ptr %1, i64 96
  %.183 = load i64, ptr %.182, align 8
  %.185 = mul nsw i64 %.183, %arg.width
  %.213 = icmp slt i64 %arg.k, 0
  %.214 = select i1 %.213, i64 %arg.layers.5.0, i64 0
  %.215 = add i64 %arg.k, %.214
  %.235 = mul i64 %.215, %arg.layers.5.1
  %2 = getelementptr i64, ptr %arg.layers.4, i64 %.235
  %.239 = getelementptr i8, ptr %2, i64 88
  %.240 = load i64, ptr %.239, align 8
  %.242 = mul nsw i64 %.240, %arg.width
  br i1 %.50.not, label %B184, label %B110

B110:                                             ; preds = %entry
  %.278 = icmp slt i64 %arg.k, 0
  %.279 = select i1 %.278, i64 %arg.layers.5.0, i64 0
  %.280 = add i64 %arg.k, %.279
  %.300 = mul i64 %.280, %arg.layers.5.1
  %3 = getelementptr i64, ptr %arg.layers.4, i64 %.300
  %.304 = getelementptr i8, ptr %3, i64 104
  %.305 = load i64, ptr %.304, align 8
  %.307 = mul nsw i64 %.305, %arg.width
  %.310 = mul nsw i64 %.125, %arg.width
  store ptr null, ptr %.313, align 8
  %.319 = call i32 @chance.multiply(ptr nonnull %.313, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.185, i64 %.307, i64 %.310)
  switch i32 %.319, label %B110.if [
    i32 -2, label %B184
    i32 0, label %B184
  ], !prof !0

B184:                                             ; preds = %B110, %B110, %entry
  %.369 = icmp slt i64 %arg.k, 0
  %.370 = select i1 %.369, i64 %arg.layers.5.0, i64 0
  %.371 = add i64 %arg.k, %.370
  %.391 = mul i64 %.371, %arg.layers.5.1
  %4 = getelementptr i64, ptr %arg.layers.4, i64 %.391
  %.395 = getelementptr i8, ptr %4, i64 24
  %.396 = load i64, ptr %.395, align 8
  %.397 = icmp eq i64 %.396, 4
  br i1 %.397, label %B232, label %B270

B232:                                             ; preds = %B184
  store ptr null, ptr %.405, align 8
  %.417 = call i32 @passes._learn_slopes(ptr nonnull %.405, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.width)
  switch i32 %.417, label %B232.if [
    i32 -2, label %B270
    i32 0, label %B270
  ], !prof !0

B270:                                             ; preds = %B232, %B232, %B184
  %.466 = icmp slt i64 %arg.k, 0
  %.467 = select i1 %.466, i64 %arg.layers.5.0, i64 0
  %.468 = add i64 %arg.k, %.467
  %.488 = mul i64 %.468, %arg.layers.5.1
  %5 = getelementptr i64, ptr %arg.layers.4, i64 %.488
  %.492 = getelementptr i8, ptr %5, i64 24
  %.493 = load i64, ptr %.492, align 8
  %.521 = icmp slt i64 %arg.k, 0
  %.522 = select i1 %.521, i64 %arg.layers.5.0, i64 0
  %.523 = add i64 %arg.k, %.522
  %.543 = mul i64 %.523, %arg.layers.5.1
  %6 = getelementptr i64, ptr %arg.layers.4, i64 %.543
  %.547 = getelementptr i8, ptr %6, i64 72
  %.548 = load i64, ptr %.547, align 8
  %.550 = mul nsw i64 %.548, %arg.width
  %.578 = icmp slt i64 %arg.k, 0
  %.579 = select i1 %.578, i64 %arg.layers.5.0, i64 0
  %.580 = add i64 %arg.k, %.579
  %.600 = mul i64 %.580, %arg.layers.5.1
  %7 = getelementptr i64, ptr %arg.layers.4, i64 %.600
  %.604 = getelementptr i8, ptr %7, i64 80
  %.605 = load i64, ptr %.604, align 8
  %.607 = mul nsw i64 %.605, %arg.width
  %.635 = icmp slt i64 %arg.k, 0
  %.636 = select i1 %.635, i64 %arg.layers.5.0, i64 0
  %.637 = add i64 %arg.k, %.636
  %.657 = mul i64 %.637, %arg.layers.5.1
  %8 = getelementptr i64, ptr %arg.layers.4, i64 %.657
  %.661 = getelementptr i8, ptr %8, i64 16
  %.662 = load i64, ptr %.661, align 8
  store ptr null, ptr %.668, align 8
  %.674 = call i32 @activations.sums_gradient(ptr nonnull %.668, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.493, i64 %.550, i64 %.607, i64 %.185, i64 %.242, i64 %.125, i64 %.662, i64 %arg.width)
  switch i32 %.674, label %B270.if [
    i32 -2, label %B270.endif
    i32 0, label %B270.endif
  ], !prof !0

B454:                                             ; preds = %B270.endif
  store ptr null, ptr %.711, align 8
  %.725 = call i32 @passes._hand_back(ptr nonnull %.711, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.before, i64 %.242, i64 16)
  switch i32 %.725, label %B454.if [
    i32 -2, label %B454.endif
    i32 0, label %B454.endif
  ], !prof !0

B512:                                             ; preds = %B270.endif
  store ptr null, ptr %.770, align 8
  %.784 = call i32 @passes._hand_back.3(ptr nonnull %.770, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.before, i64 %.242, i64 %arg.width)
  switch i32 %.784, label %B512.if [
    i32 -2, label %B512.endif
    i32 0, label %B512.endif
  ], !prof !0

B110.if:                                          ; preds = %B110
  %.327 = icmp sgt i32 %.319, 0
  %.320 = load ptr, ptr %excinfo.1, align 8
  %.328 = select i1 %.327, ptr %.320, ptr undef
  store ptr %.328, ptr %excinfo, align 8
  br label %common.ret

common.ret:                                       ; preds = %B512.endif, %B512.if, %B454.endif, %B454.if, %B270.if, %B232.if, %B110.if
  %common.ret.op = phi i32 [ %.725, %B454.if ], [ %.319, %B110.if ], [ %.417, %B232.if ], [ 0, %B454.endif ], [ %.674, %B270.if ], [ 0, %B512.endif ], [ %.784, %B512.if ]
  ret i32 %common.ret.op

B232.if:                                          ; preds = %B232
  %.425 = icmp sgt i32 %.417, 0
  %.418 = load ptr, ptr %excinfo.2, align 8
  %.426 = select i1 %.425, ptr %.418, ptr undef
  store ptr %.426, ptr %excinfo, align 8
  br label %common.ret

B270.if:                                          ; preds = %B270
  %.682 = icmp sgt i32 %.674, 0
  %.675 = load ptr, ptr %excinfo.3, align 8
  %.683 = select i1 %.682, ptr %.675, ptr undef
  store ptr %.683, ptr %excinfo, align 8
  br label %common.ret

B270.endif:                                       ; preds = %B270, %B270
  %.699 = icmp eq i64 %arg.width, 16
  br i1 %.699, label %B454, label %B512

B454.if:                                          ; preds = %B454
  %.733 = icmp sgt i32 %.725, 0
  %.726 = load ptr, ptr %excinfo.4, align 8
  %.734 = select i1 %.733, ptr %.726, ptr undef
  store ptr %.734, ptr %excinfo, align 8
  br label %common.ret

B454.endif:                                       ; preds = %B454, %B454
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B512.if:                                          ; preds = %B512
  %.792 = icmp sgt i32 %.784, 0
  %.785 = load ptr, ptr %excinfo.5, align 8
  %.793 = select i1 %.792, ptr %.785, ptr undef
  store ptr %.793, ptr %excinfo, align 8
  br label %common.ret

B512.endif:                                       ; preds = %B512, %B512
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @chance.multiply(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.values, i64 %arg.masks, i64 %arg.count) #0 {
entry:
  %.45 = alloca i64, align 8
  store i64 0, ptr %.45, align 8
  %.48 = alloca i64, align 8
  store i64 0, ptr %.48, align 8
  store i64 0, ptr %.45, align 8
  %.59 = icmp slt i64 %arg.count, 1
  %0 = add nuw i64 %arg.count, 15
  %.82 = lshr i64 %0, 4
  %storemerge = select i1 %.59, i64 0, i64 %.82
  store i64 %storemerge, ptr %.48, align 8
  br label %B48

B48:                                              ; preds = %B48.if, %entry
  %.102 = load i64, ptr %.48, align 8
  %.103 = icmp sgt i64 %.102, 0
  br i1 %.103, label %B48.if, label %B168

B168:                                             ; preds = %B48
  store ptr null, ptr %retptr, align 8
  ret i32 0

B48.if:                                           ; preds = %B48
  %.109 = load i64, ptr %.45, align 8
  %.112 = add nsw i64 %.102, -1
  store i64 %.112, ptr %.48, align 8
  %.116 = add i64 %.109, 16
  store i64 %.116, ptr %.45, align 8
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.152 = getelementptr float, ptr %1, i64 %.109
  %.154 = load <16 x float>, ptr %.152, align 4
  %2 = getelementptr float, ptr %arg.work.4, i64 %arg.masks
  %.164 = getelementptr float, ptr %2, i64 %.109
  %.166 = load <16 x float>, ptr %.164, align 4
  %.167 = fmul contract <16 x float> %.154, %.166
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.175 = getelementptr float, ptr %3, i64 %.109
  store <16 x float> %.167, ptr %.175, align 4
  br label %B48
}

; Function Attrs: alwaysinline
define internal i32 @passes._learn_slopes(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.width) #0 {
entry:
  %.125 = alloca i64, align 8
  store i64 0, ptr %.125, align 8
  %.128 = alloca i64, align 8
  store i64 0, ptr %.128, align 8
  %.336 = alloca i64, align 8
  store i64 0, ptr %.336, align 8
  %.339 = alloca i64, align 8
  store i64 0, ptr %.339, align 8
  %.74 = icmp slt i64 %arg.k, 0
  %.75 = select i1 %.74, i64 %arg.layers.5.0, i64 0
  %.76 = add i64 %arg.k, %.75
  %.96 = mul i64 %.76, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.96
  %.100 = getelementptr i8, ptr %0, i64 8
  %.101 = load i64, ptr %.100, align 8
  store i64 0, ptr %.125, align 8
  %.139 = icmp slt i64 %.101, 1
  %storemerge = select i1 %.139, i64 0, i64 %.101
  store i64 %storemerge, ptr %.128, align 8
  br label %B60

B60:                                              ; preds = %B508, %entry
  %.183 = load i64, ptr %.128, align 8
  %.184 = icmp sgt i64 %.183, 0
  br i1 %.184, label %B62.if, label %B606

B284:                                             ; preds = %B284.if, %B62.if
  %whole.2.1 = phi <16 x float> [ %.304, %B62.if ], [ %.576, %B284.if ]
  %.391 = load i64, ptr %.339, align 8
  %.392 = icmp sgt i64 %.391, 0
  br i1 %.392, label %B284.if, label %B508

B508:                                             ; preds = %B284
  %.592 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.277
  %.593 = load float, ptr %.592, align 4
  %.595 = shufflevector <16 x float> %whole.2.1, <16 x float> poison, <16 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.596 = fadd nsz contract <16 x float> %whole.2.1, %.595
  %.597 = shufflevector <16 x float> %.596, <16 x float> poison, <16 x i32> <i32 4, i32 5, i32 6, i32 7, i32 4, i32 5, i32 6, i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.598 = fadd nsz contract <16 x float> %.596, %.597
  %.599 = shufflevector <16 x float> %.598, <16 x float> poison, <16 x i32> <i32 2, i32 3, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7, i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.600 = fadd nsz contract <16 x float> %.598, %.599
  %.601 = shufflevector <16 x float> %.600, <16 x float> poison, <16 x i32> <i32 1, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison, i32 poison>
  %.602 = fadd nsz contract <16 x float> %.600, %.601
  %.603 = extractelement <16 x float> %.602, i64 0
  %.606 = fadd nsz contract float %.593, %.603
  %.615 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.277
  store float %.606, ptr %.615, align 4
  br label %B60

B606:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  ret i32 0

B62.if:                                           ; preds = %B60
  %.190 = load i64, ptr %.125, align 8
  %.193 = add nsw i64 %.183, -1
  store i64 %.193, ptr %.128, align 8
  %.197 = add i64 %.190, 1
  store i64 %.197, ptr %.125, align 8
  %.249 = icmp slt i64 %arg.k, 0
  %.250 = select i1 %.249, i64 %arg.layers.5.0, i64 0
  %.251 = add i64 %arg.k, %.250
  %.271 = mul i64 %.251, %arg.layers.5.1
  %1 = getelementptr i64, ptr %arg.layers.4, i64 %.271
  %.275 = getelementptr i8, ptr %1, i64 48
  %.276 = load i64, ptr %.275, align 8
  %.277 = add nsw i64 %.276, %.190
  %.289 = getelementptr inbounds float, ptr %arg.gradient.4, i64 %.277
  %.290 = load float, ptr %.289, align 4
  %.302 = fmul nsz contract float %.290, 0.000000e+00
  %.303 = insertelement <16 x float> poison, float %.302, i64 0
  %.304 = shufflevector <16 x float> %.303, <16 x float> poison, <16 x i32> zeroinitializer
  %.309 = mul nsw i64 %.190, %arg.width
  store i64 %.309, ptr %.336, align 8
  %.350 = icmp slt i64 %arg.width, 1
  %2 = add nuw i64 %arg.width, 15
  %.371 = lshr i64 %2, 4
  %storemerge251 = select i1 %.350, i64 0, i64 %.371
  store i64 %storemerge251, ptr %.339, align 8
  br label %B284

B284.if:                                          ; preds = %B284
  %.398 = load i64, ptr %.336, align 8
  %.401 = add nsw i64 %.391, -1
  store i64 %.401, ptr %.339, align 8
  %.405 = add i64 %.398, 16
  store i64 %.405, ptr %.336, align 8
  %.457 = icmp slt i64 %arg.k, 0
  %.458 = select i1 %.457, i64 %arg.layers.5.0, i64 0
  %.459 = add i64 %arg.k, %.458
  %.479 = mul i64 %.459, %arg.layers.5.1
  %3 = getelementptr i64, ptr %arg.layers.4, i64 %.479
  %.483 = getelementptr i8, ptr %3, i64 64
  %.484 = load i64, ptr %.483, align 8
  %.486 = mul nsw i64 %.484, %arg.width
  %4 = getelementptr float, ptr %arg.work.4, i64 %.486
  %.495 = getelementptr float, ptr %4, i64 %.398
  %.497 = load <16 x float>, ptr %.495, align 4
  %.501 = fcmp nsz contract ogt <16 x float> %.497, zeroinitializer
  %.532 = icmp slt i64 %arg.k, 0
  %.533 = select i1 %.532, i64 %arg.layers.5.0, i64 0
  %.534 = add i64 %arg.k, %.533
  %.554 = mul i64 %.534, %arg.layers.5.1
  %5 = getelementptr i64, ptr %arg.layers.4, i64 %.554
  %.558 = getelementptr i8, ptr %5, i64 96
  %.559 = load i64, ptr %.558, align 8
  %.561 = mul nsw i64 %.559, %arg.width
  %6 = getelementptr float, ptr %arg.work.4, i64 %.561
  %.570 = getelementptr float, ptr %6, i64 %.398
  %.572 = load <16 x float>, ptr %.570, align 4
  %.573 = fmul contract <16 x float> %.497, %.572
  %.574 = select <16 x i1> %.501, <16 x float> zeroinitializer, <16 x float> %.573
  %.576 = fadd contract <16 x float> %whole.2.1, %.574
  br label %B284
}

; Function Attrs: alwaysinline
define internal i32 @activations.sums_gradient(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.code, i64 %arg.values, i64 %arg.slopes, i64 %arg.gradients, i64 %arg.deltas, i64 %arg.units, i64 %arg.pieces, i64 %arg.width) #0 {
entry:
  %.67 = alloca i64, align 8
  store i64 0, ptr %.67, align 8
  %.70 = alloca i64, align 8
  store i64 0, ptr %.70, align 8
  %.220 = alloca i64, align 8
  store i64 0, ptr %.220, align 8
  %.223 = alloca i64, align 8
  store i64 0, ptr %.223, align 8
  %.380 = alloca i64, align 8
  store i64 0, ptr %.380, align 8
  %.383 = alloca i64, align 8
  store i64 0, ptr %.383, align 8
  %.582 = alloca i64, align 8
  store i64 0, ptr %.582, align 8
  %.585 = alloca i64, align 8
  store i64 0, ptr %.585, align 8
  %.754 = alloca i64, align 8
  store i64 0, ptr %.754, align 8
  %.757 = alloca i64, align 8
  store i64 0, ptr %.757, align 8
  %.875 = alloca i64, align 8
  store i64 0, ptr %.875, align 8
  %.878 = alloca i64, align 8
  store i64 0, ptr %.878, align 8
  %.1002 = alloca i64, align 8
  store i64 0, ptr %.1002, align 8
  %.1005 = alloca i64, align 8
  store i64 0, ptr %.1005, align 8
  %.37 = icmp eq i64 %arg.code, 19
  br i1 %.37, label %B26, label %B476

B26:                                              ; preds = %entry
  store i64 0, ptr %.67, align 8
  %.81 = icmp slt i64 %arg.width, 1
  %0 = add nuw i64 %arg.width, 15
  %.104 = lshr i64 %0, 4
  %storemerge473 = select i1 %.81, i64 0, i64 %.104
  store i64 %storemerge473, ptr %.70, align 8
  br label %B70

B70:                                              ; preds = %B328, %B26
  %.124 = load i64, ptr %.70, align 8
  %.125 = icmp sgt i64 %.124, 0
  br i1 %.125, label %B70.if, label %B472

B184:                                             ; preds = %B184.if, %B70.if
  %mean.2.1 = phi <16 x float> [ %.192, %B70.if ], [ %.348, %B184.if ]
  %.275 = load i64, ptr %.223, align 8
  %.276 = icmp sgt i64 %.275, 0
  br i1 %.276, label %B184.if, label %B298

B298:                                             ; preds = %B184
  store i64 0, ptr %.380, align 8
  %.394 = icmp slt i64 %arg.units, 1
  %storemerge475 = select i1 %.394, i64 0, i64 %arg.units
  store i64 %storemerge475, ptr %.383, align 8
  br label %B328

B328:                                             ; preds = %B328.if, %B298
  %.435 = load i64, ptr %.383, align 8
  %.436 = icmp sgt i64 %.435, 0
  br i1 %.436, label %B328.if, label %B70

common.ret:                                       ; preds = %B944, %B658, %B472
  ret i32 0

B472:                                             ; preds = %B70
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B476:                                             ; preds = %entry
  %.548 = icmp eq i64 %arg.pieces, 1
  br i1 %.548, label %B488, label %B662

B488:                                             ; preds = %B476
  %.554 = mul nsw i64 %arg.units, %arg.width
  store i64 0, ptr %.582, align 8
  %.596 = icmp slt i64 %.554, 1
  %1 = add nuw i64 %.554, 15
  %.617 = lshr i64 %1, 4
  %storemerge471 = select i1 %.596, i64 0, i64 %.617
  store i64 %storemerge471, ptr %.585, align 8
  br label %B538

B538:                                             ; preds = %B538.if, %B488
  %.637 = load i64, ptr %.585, align 8
  %.638 = icmp sgt i64 %.637, 0
  br i1 %.638, label %B538.if, label %B658

B658:                                             ; preds = %B538
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B662:                                             ; preds = %B476
  store i64 0, ptr %.754, align 8
  %.768 = icmp slt i64 %arg.units, 1
  %storemerge = select i1 %.768, i64 0, i64 %arg.units
  store i64 %storemerge, ptr %.757, align 8
  br label %B692

B692:                                             ; preds = %B726, %B662
  %.809 = load i64, ptr %.757, align 8
  %.810 = icmp sgt i64 %.809, 0
  br i1 %.810, label %B692.if, label %B944

B726:                                             ; preds = %B692.if, %B796
  %.930 = load i64, ptr %.878, align 8
  %.931 = icmp sgt i64 %.930, 0
  br i1 %.931, label %B726.if, label %B692

B796:                                             ; preds = %B796.if, %B726.if
  %.1057 = load i64, ptr %.1005, align 8
  %.1058 = icmp sgt i64 %.1057, 0
  br i1 %.1058, label %B796.if, label %B726

B944:                                             ; preds = %B692
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B70.if:                                           ; preds = %B70
  %.131 = load i64, ptr %.67, align 8
  %.134 = add nsw i64 %.124, -1
  store i64 %.134, ptr %.70, align 8
  %.138 = add i64 %.131, 16
  store i64 %.138, ptr %.67, align 8
  %2 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %.176 = getelementptr float, ptr %2, i64 %.131
  %.178 = load <16 x float>, ptr %.176, align 4
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.189 = getelementptr float, ptr %3, i64 %.131
  %.191 = load <16 x float>, ptr %.189, align 4
  %.192 = fmul contract <16 x float> %.178, %.191
  store i64 1, ptr %.220, align 8
  %.233 = add i64 %arg.units, -1
  %.234 = icmp slt i64 %.233, 1
  %storemerge474 = select i1 %.234, i64 0, i64 %.233
  store i64 %storemerge474, ptr %.223, align 8
  br label %B184

B184.if:                                          ; preds = %B184
  %.282 = load i64, ptr %.220, align 8
  %.285 = add nsw i64 %.275, -1
  store i64 %.285, ptr %.223, align 8
  %.289 = add i64 %.282, 1
  store i64 %.289, ptr %.220, align 8
  %4 = mul nsw i64 %.282, %arg.width
  %5 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %6 = getelementptr float, ptr %5, i64 %4
  %.327 = getelementptr float, ptr %6, i64 %.131
  %.329 = load <16 x float>, ptr %.327, align 4
  %7 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %8 = getelementptr float, ptr %7, i64 %4
  %.343 = getelementptr float, ptr %8, i64 %.131
  %.345 = load <16 x float>, ptr %.343, align 4
  %.346 = fmul contract <16 x float> %.329, %.345
  %.348 = fadd contract <16 x float> %mean.2.1, %.346
  br label %B184

B328.if:                                          ; preds = %B328
  %.442 = load i64, ptr %.380, align 8
  %.445 = add nsw i64 %.435, -1
  store i64 %.445, ptr %.383, align 8
  %.449 = add i64 %.442, 1
  store i64 %.449, ptr %.380, align 8
  %9 = mul nsw i64 %.442, %arg.width
  %.477 = add nsw i64 %9, %.131
  %10 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %.489 = getelementptr float, ptr %10, i64 %.477
  %.491 = load <16 x float>, ptr %.489, align 4
  %.493 = fsub contract <16 x float> %.491, %mean.2.1
  %11 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.503 = getelementptr float, ptr %11, i64 %.477
  %.505 = load <16 x float>, ptr %.503, align 4
  %.506 = fmul contract <16 x float> %.493, %.505
  %12 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %.514 = getelementptr float, ptr %12, i64 %.477
  store <16 x float> %.506, ptr %.514, align 4
  br label %B328

B538.if:                                          ; preds = %B538
  %.644 = load i64, ptr %.582, align 8
  %.647 = add nsw i64 %.637, -1
  store i64 %.647, ptr %.585, align 8
  %.651 = add i64 %.644, 16
  store i64 %.651, ptr %.582, align 8
  %13 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %.687 = getelementptr float, ptr %13, i64 %.644
  %.689 = load <16 x float>, ptr %.687, align 4
  %14 = getelementptr float, ptr %arg.work.4, i64 %arg.slopes
  %.699 = getelementptr float, ptr %14, i64 %.644
  %.701 = load <16 x float>, ptr %.699, align 4
  %.702 = fmul contract <16 x float> %.689, %.701
  %15 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %.710 = getelementptr float, ptr %15, i64 %.644
  store <16 x float> %.702, ptr %.710, align 4
  br label %B538

B692.if:                                          ; preds = %B692
  %.816 = load i64, ptr %.754, align 8
  %.819 = add nsw i64 %.809, -1
  store i64 %.819, ptr %.757, align 8
  %.823 = add i64 %.816, 1
  store i64 %.823, ptr %.754, align 8
  store i64 0, ptr %.875, align 8
  %.889 = icmp slt i64 %arg.pieces, 1
  %storemerge467 = select i1 %.889, i64 0, i64 %arg.pieces
  store i64 %storemerge467, ptr %.878, align 8
  br label %B726

B726.if:                                          ; preds = %B726
  %.937 = load i64, ptr %.875, align 8
  %.940 = add nsw i64 %.930, -1
  store i64 %.940, ptr %.878, align 8
  %.944 = add i64 %.937, 1
  store i64 %.944, ptr %.875, align 8
  %.971 = mul nsw i64 %.816, %arg.pieces
  %.972 = add nsw i64 %.971, %.937
  %.974 = mul nsw i64 %.972, %arg.width
  store i64 0, ptr %.1002, align 8
  %.1016 = icmp slt i64 %arg.width, 1
  %16 = add nuw i64 %arg.width, 15
  %.1037 = lshr i64 %16, 4
  %storemerge469 = select i1 %.1016, i64 0, i64 %.1037
  store i64 %storemerge469, ptr %.1005, align 8
  br label %B796

B796.if:                                          ; preds = %B796
  %.1064 = load i64, ptr %.1002, align 8
  %.1067 = add nsw i64 %.1057, -1
  store i64 %.1067, ptr %.1005, align 8
  %.1071 = add i64 %.1064, 16
  store i64 %.1071, ptr %.1002, align 8
  %.1102 = mul nsw i64 %.816, %arg.width
  %17 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %18 = getelementptr float, ptr %17, i64 %.1102
  %.1113 = getelementptr float, ptr %18, i64 %.1064
  %.1115 = load <16 x float>, ptr %.1113, align 4
  %19 = getelementptr float, ptr %arg.work.4, i64 %arg.slopes
  %20 = getelementptr float, ptr %19, i64 %.974
  %.1127 = getelementptr float, ptr %20, i64 %.1064
  %.1129 = load <16 x float>, ptr %.1127, align 4
  %.1130 = fmul contract <16 x float> %.1115, %.1129
  %21 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %22 = getelementptr float, ptr %21, i64 %.974
  %.1138 = getelementptr float, ptr %22, i64 %.1064
  store <16 x float> %.1130, ptr %.1138, align 4
  br label %B796
}

; Function Attrs: alwaysinline
define internal i32 @passes._hand_back(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.before, i64 %arg.deltas, i64 %arg.width) #0 {
entry:
  %.355 = alloca ptr, align 8
  store ptr null, ptr %.355, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.503 = alloca ptr, align 8
  store ptr null, ptr %.503, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.610 = alloca ptr, align 8
  store ptr null, ptr %.610, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.91 = icmp slt i64 %arg.k, 0
  %.92 = select i1 %.91, i64 %arg.layers.5.0, i64 0
  %.93 = add i64 %arg.k, %.92
  %.113 = mul i64 %.93, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.113
  %.117 = getelementptr i8, ptr %0, i64 8
  %.118 = load i64, ptr %.117, align 8
  %.146 = icmp slt i64 %arg.k, 0
  %.147 = select i1 %.146, i64 %arg.layers.5.0, i64 0
  %.148 = add i64 %arg.k, %.147
  %.168 = mul i64 %.148, %arg.layers.5.1
  %1 = getelementptr i64, ptr %arg.layers.4, i64 %.168
  %.172 = getelementptr i8, ptr %1, i64 16
  %.173 = load i64, ptr %.172, align 8
  %.174 = mul nsw i64 %.118, %.173
  %.202 = icmp slt i64 %arg.k, 0
  %.203 = select i1 %.202, i64 %arg.layers.5.0, i64 0
  %.204 = add i64 %arg.k, %.203
  %.224 = mul i64 %.204, %arg.layers.5.1
  %.228 = getelementptr i64, ptr %arg.layers.4, i64 %.224
  %.229 = load i64, ptr %.228, align 8
  %.264 = icmp slt i64 %arg.k, 0
  %.265 = select i1 %.264, i64 %arg.layers.5.0, i64 0
  %.266 = add i64 %arg.k, %.265
  %.286 = mul i64 %.266, %arg.layers.5.1
  %2 = getelementptr i64, ptr %arg.layers.4, i64 %.286
  %.290 = getelementptr i8, ptr %2, i64 56
  %.291 = load i64, ptr %.290, align 8
  %.293 = shl nsw i64 %.291, 4
  %.321 = icmp slt i64 %arg.k, 0
  %.322 = select i1 %.321, i64 %arg.layers.5.0, i64 0
  %.323 = add i64 %arg.k, %.322
  %.343 = mul i64 %.323, %arg.layers.5.1
  %3 = getelementptr i64, ptr %arg.layers.4, i64 %.343
  %.347 = getelementptr i8, ptr %3, i64 32
  %.348 = load i64, ptr %.347, align 8
  store ptr null, ptr %.355, align 8
  %.363 = call i32 @passes._weights_gradient.4(ptr nonnull %.355, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %.293, i64 %arg.deltas, i64 %.348, i64 %.229, i64 %.174, i64 %arg.width)
  switch i32 %.363, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B236:                                             ; preds = %B0.endif
  %.470 = icmp slt i64 %arg.k, 0
  %.471 = select i1 %.470, i64 %arg.layers.5.0, i64 0
  %.472 = add i64 %arg.k, %.471
  %.492 = mul i64 %.472, %arg.layers.5.1
  %4 = getelementptr i64, ptr %arg.layers.4, i64 %.492
  %.496 = getelementptr i8, ptr %4, i64 40
  %.497 = load i64, ptr %.496, align 8
  store ptr null, ptr %.503, align 8
  %.511 = call i32 @passes._biases_gradient.5(ptr nonnull %.503, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %arg.deltas, i64 %.497, i64 %.174, i64 %arg.width)
  switch i32 %.511, label %B236.if [
    i32 -2, label %B302
    i32 0, label %B302
  ], !prof !0

B302:                                             ; preds = %B0.endif, %B236, %B236
  %.537 = icmp sgt i64 %arg.before, -1
  br i1 %.537, label %B314, label %B394

B314:                                             ; preds = %B302
  %.542 = shl nsw i64 %arg.before, 4
  %.574 = icmp slt i64 %arg.k, 0
  %.575 = select i1 %.574, i64 %arg.layers.5.0, i64 0
  %.576 = add i64 %arg.k, %.575
  %.596 = mul i64 %.576, %arg.layers.5.1
  %5 = getelementptr i64, ptr %arg.layers.4, i64 %.596
  %.600 = getelementptr i8, ptr %5, i64 32
  %.601 = load i64, ptr %.600, align 8
  store ptr null, ptr %.610, align 8
  %.618 = call i32 @passes._pass_back.6(ptr nonnull %.610, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.542, i64 %arg.deltas, i64 %.601, i64 %.229, i64 %.174, i64 %arg.width)
  switch i32 %.618, label %B314.if [
    i32 -2, label %B314.endif
    i32 0, label %B314.endif
  ], !prof !0

common.ret:                                       ; preds = %B314.endif, %B314.if, %B236.if, %B0.if, %B394
  %common.ret.op = phi i32 [ 0, %B394 ], [ %.511, %B236.if ], [ %.363, %B0.if ], [ 0, %B314.endif ], [ %.618, %B314.if ]
  ret i32 %common.ret.op

B394:                                             ; preds = %B302
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B0.if:                                            ; preds = %entry
  %.371 = icmp sgt i32 %.363, 0
  %.364 = load ptr, ptr %excinfo.1, align 8
  %.372 = select i1 %.371, ptr %.364, ptr undef
  store ptr %.372, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  %.412 = icmp slt i64 %arg.k, 0
  %.413 = select i1 %.412, i64 %arg.layers.5.0, i64 0
  %.414 = add i64 %arg.k, %.413
  %.434 = mul i64 %.414, %arg.layers.5.1
  %6 = getelementptr i64, ptr %arg.layers.4, i64 %.434
  %.438 = getelementptr i8, ptr %6, i64 40
  %.439 = load i64, ptr %.438, align 8
  %.440 = icmp sgt i64 %.439, -1
  br i1 %.440, label %B236, label %B302

B236.if:                                          ; preds = %B236
  %.519 = icmp sgt i32 %.511, 0
  %.512 = load ptr, ptr %excinfo.2, align 8
  %.520 = select i1 %.519, ptr %.512, ptr undef
  store ptr %.520, ptr %excinfo, align 8
  br label %common.ret

B314.if:                                          ; preds = %B314
  %.626 = icmp sgt i32 %.618, 0
  %.619 = load ptr, ptr %excinfo.3, align 8
  %.627 = select i1 %.626, ptr %.619, ptr undef
  store ptr %.627, ptr %excinfo, align 8
  br label %common.ret

B314.endif:                                       ; preds = %B314, %B314
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @passes._hand_back.3(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, i64 %arg.k, i64 %arg.before, i64 %arg.deltas, i64 %arg.width) #0 {
entry:
  %.355 = alloca ptr, align 8
  store ptr null, ptr %.355, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.503 = alloca ptr, align 8
  store ptr null, ptr %.503, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.610 = alloca ptr, align 8
  store ptr null, ptr %.610, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.91 = icmp slt i64 %arg.k, 0
  %.92 = select i1 %.91, i64 %arg.layers.5.0, i64 0
  %.93 = add i64 %arg.k, %.92
  %.113 = mul i64 %.93, %arg.layers.5.1
  %0 = getelementptr i64, ptr %arg.layers.4, i64 %.113
  %.117 = getelementptr i8, ptr %0, i64 8
  %.118 = load i64, ptr %.117, align 8
  %.146 = icmp slt i64 %arg.k, 0
  %.147 = select i1 %.146, i64 %arg.layers.5.0, i64 0
  %.148 = add i64 %arg.k, %.147
  %.168 = mul i64 %.148, %arg.layers.5.1
  %1 = getelementptr i64, ptr %arg.layers.4, i64 %.168
  %.172 = getelementptr i8, ptr %1, i64 16
  %.173 = load i64, ptr %.172, align 8
  %.174 = mul nsw i64 %.118, %.173
  %.202 = icmp slt i64 %arg.k, 0
  %.203 = select i1 %.202, i64 %arg.layers.5.0, i64 0
  %.204 = add i64 %arg.k, %.203
  %.224 = mul i64 %.204, %arg.layers.5.1
  %.228 = getelementptr i64, ptr %arg.layers.4, i64 %.224
  %.229 = load i64, ptr %.228, align 8
  %.264 = icmp slt i64 %arg.k, 0
  %.265 = select i1 %.264, i64 %arg.layers.5.0, i64 0
  %.266 = add i64 %arg.k, %.265
  %.286 = mul i64 %.266, %arg.layers.5.1
  %2 = getelementptr i64, ptr %arg.layers.4, i64 %.286
  %.290 = getelementptr i8, ptr %2, i64 56
  %.291 = load i64, ptr %.290, align 8
  %.293 = mul nsw i64 %.291, %arg.width
  %.321 = icmp slt i64 %arg.k, 0
  %.322 = select i1 %.321, i64 %arg.layers.5.0, i64 0
  %.323 = add i64 %arg.k, %.322
  %.343 = mul i64 %.323, %arg.layers.5.1
  %3 = getelementptr i64, ptr %arg.layers.4, i64 %.343
  %.347 = getelementptr i8, ptr %3, i64 32
  %.348 = load i64, ptr %.347, align 8
  store ptr null, ptr %.355, align 8
  %.363 = call i32 @passes._weights_gradient(ptr nonnull %.355, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %.293, i64 %arg.deltas, i64 %.348, i64 %.229, i64 %.174, i64 %arg.width)
  switch i32 %.363, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B236:                                             ; preds = %B0.endif
  %.470 = icmp slt i64 %arg.k, 0
  %.471 = select i1 %.470, i64 %arg.layers.5.0, i64 0
  %.472 = add i64 %arg.k, %.471
  %.492 = mul i64 %.472, %arg.layers.5.1
  %4 = getelementptr i64, ptr %arg.layers.4, i64 %.492
  %.496 = getelementptr i8, ptr %4, i64 40
  %.497 = load i64, ptr %.496, align 8
  store ptr null, ptr %.503, align 8
  %.511 = call i32 @passes._biases_gradient(ptr nonnull %.503, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %arg.deltas, i64 %.497, i64 %.174, i64 %arg.width)
  switch i32 %.511, label %B236.if [
    i32 -2, label %B302
    i32 0, label %B302
  ], !prof !0

B302:                                             ; preds = %B0.endif, %B236, %B236
  %.537 = icmp sgt i64 %arg.before, -1
  br i1 %.537, label %B314, label %B394

B314:                                             ; preds = %B302
  %.542 = mul nsw i64 %arg.before, %arg.width
  %.574 = icmp slt i64 %arg.k, 0
  %.575 = select i1 %.574, i64 %arg.layers.5.0, i64 0
  %.576 = add i64 %arg.k, %.575
  %.596 = mul i64 %.576, %arg.layers.5.1
  %5 = getelementptr i64, ptr %arg.layers.4, i64 %.596
  %.600 = getelementptr i8, ptr %5, i64 32
  %.601 = load i64, ptr %.600, align 8
  store ptr null, ptr %.610, align 8
  %.618 = call i32 @passes._pass_back(ptr nonnull %.610, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.542, i64 %arg.deltas, i64 %.601, i64 %.229, i64 %.174, i64 %arg.width)
  switch i32 %.618, label %B314.if [
    i32 -2, label %B314.endif
    i32 0, label %B314.endif
  ], !prof !0

common.ret:                                       ; preds = %B314.endif, %B314.if, %B236.if, %B0.if, %B394
  %common.ret.op = phi i32 [ 0, %B394 ], [ %.511, %B236.if ], [ %.363, %B0.if ], [ 0, %B314.endif ], [ %.618, %B314.if ]
  ret i32 %common.ret.op

B394:                                             ; preds = %B302
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B0.if:                                            ; preds = %entry
  %.371 = icmp sgt i32 %.363, 0
  %.364 = load ptr, ptr %excinfo.1, align 8
  %.372 = select i1 %.371, ptr %.364, ptr undef
  store ptr %.372, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  %.412 = icmp slt i64 %arg.k, 0
  %.413 = select i1 %.412, i64 %arg.layers.5.0, i64 0
  %.414 = add i64 %arg.k, %.413
  %.434 = mul i64 %.414, %arg.layers.5.1
  %6 = getelementptr i64, ptr %arg.layers.4, i64 %.434
  %.438 = getelementptr i8, ptr %6, i64 40
  %.439 = load i64, ptr %.438, align 8
  %.440 = icmp sgt i64 %.439, -1
  br i1 %.440, label %B236, label %B302

B236.if:                                          ; preds = %B236
  %.519 = icmp sgt i32 %.511, 0
  %.512 = load ptr, ptr %excinfo.2, align 8
  %.520 = select i1 %.519, ptr %.512, ptr undef
  store ptr %.520, ptr %excinfo, align 8
  br label %common.ret

B314.if:                                          ; preds = %B314
  %.626 = icmp sgt i32 %.618, 0
  %.619 = load ptr, ptr %excinfo.3, align 8
  %.627 = select i1 %.626, ptr %.619, ptr undef
  store ptr %.627, ptr %excinfo, align 8
  br label %common.ret

B314.endif:                                       ; preds = %B314, %B314
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @passes._weights_gradient(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %arg.entry, i64 %arg.deltas, i64 %arg.weight, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.81 = alloca i64, align 8
  store i64 0, ptr %.81, align 8
  %.84 = alloca i64, align 8
  store i64 0, ptr %.84, align 8
  %.183 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.183, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.215 = alloca [2 x i64], align 8
  store i64 0, ptr %.215, align 8
  %.fca.1.gep35 = getelementptr inbounds nuw i8, ptr %.215, i64 8
  store i64 0, ptr %.fca.1.gep35, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.244 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.244, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.274 = alloca [2 x i64], align 8
  store i64 0, ptr %.274, align 8
  %.fca.1.gep31 = getelementptr inbounds nuw i8, ptr %.274, i64 8
  store i64 0, ptr %.fca.1.gep31, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.303 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.303, align 64
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.333 = alloca [2 x i64], align 8
  store i64 0, ptr %.333, align 8
  %.fca.1.gep27 = getelementptr inbounds nuw i8, ptr %.333, i64 8
  store i64 0, ptr %.fca.1.gep27, align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.362 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.362, align 64
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.392 = alloca [2 x i64], align 8
  store i64 0, ptr %.392, align 8
  %.fca.1.gep23 = getelementptr inbounds nuw i8, ptr %.392, i64 8
  store i64 0, ptr %.fca.1.gep23, align 8
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  %.421 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.421, align 64
  %excinfo.9 = alloca ptr, align 8
  store ptr null, ptr %excinfo.9, align 8
  %.451 = alloca [2 x i64], align 8
  store i64 0, ptr %.451, align 8
  %.fca.1.gep19 = getelementptr inbounds nuw i8, ptr %.451, i64 8
  store i64 0, ptr %.fca.1.gep19, align 8
  %excinfo.10 = alloca ptr, align 8
  store ptr null, ptr %excinfo.10, align 8
  %.480 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.480, align 64
  %excinfo.11 = alloca ptr, align 8
  store ptr null, ptr %excinfo.11, align 8
  %.510 = alloca [2 x i64], align 8
  store i64 0, ptr %.510, align 8
  %.fca.1.gep15 = getelementptr inbounds nuw i8, ptr %.510, i64 8
  store i64 0, ptr %.fca.1.gep15, align 8
  %excinfo.12 = alloca ptr, align 8
  store ptr null, ptr %excinfo.12, align 8
  %.539 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.539, align 64
  %excinfo.13 = alloca ptr, align 8
  store ptr null, ptr %excinfo.13, align 8
  %.569 = alloca [2 x i64], align 8
  store i64 0, ptr %.569, align 8
  %.fca.1.gep11 = getelementptr inbounds nuw i8, ptr %.569, i64 8
  store i64 0, ptr %.fca.1.gep11, align 8
  %excinfo.14 = alloca ptr, align 8
  store ptr null, ptr %excinfo.14, align 8
  %.598 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.598, align 64
  %excinfo.15 = alloca ptr, align 8
  store ptr null, ptr %excinfo.15, align 8
  %.628 = alloca [2 x i64], align 8
  store i64 0, ptr %.628, align 8
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.628, i64 8
  store i64 0, ptr %.fca.1.gep, align 8
  %excinfo.16 = alloca ptr, align 8
  store ptr null, ptr %excinfo.16, align 8
  %.38 = mul nsw i64 %arg.count, %arg.inputs
  %.39 = add nsw i64 %arg.inputs, -1
  %.41 = mul nsw i64 %.39, %arg.width
  %.43 = add nsw i64 %arg.entry, %.41
  store i64 0, ptr %.81, align 8
  %.95 = icmp slt i64 %.38, 1
  %0 = add nuw i64 %.38, 7
  %.118 = lshr i64 %0, 3
  %storemerge = select i1 %.95, i64 0, i64 %.118
  store i64 %storemerge, ptr %.84, align 8
  br label %B88

B88:                                              ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif.endif, %entry
  %x.9.0 = phi i64 [ %arg.entry, %entry ], [ %.642.fca.1.load, %B92.endif.endif.endif.end...endif.1.endif.endif.endif ]
  %delta.9.0 = phi i64 [ %arg.deltas, %entry ], [ %.642.fca.0.load, %B92.endif.endif.endif.end...endif.1.endif.endif.endif ]
  %.139 = load i64, ptr %.84, align 8
  %.140 = icmp sgt i64 %.139, 0
  br i1 %.140, label %B90.if, label %B800

common.ret:                                       ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif.if, %B92.endif.endif.endif.end...endif.1.endif.if, %B92.endif.endif.endif.end...endif.1.if, %B92.endif.endif.endif.end...if.1, %B92.endif.endif.endif.end...endif.endif.endif.if, %B92.endif.endif.endif.end...endif.endif.if, %B92.endif.endif.endif.end...endif.if, %B92.endif.endif.endif.end...if, %B92.endif.endif.endif.endif.endif.endif.endif.if, %B92.endif.endif.endif.endif.endif.endif.if, %B92.endif.endif.endif.endif.endif.if, %B92.endif.endif.endif.endif.if, %B92.endif.endif.endif.if, %B92.endif.endif.if, %B92.endif.if, %B92.if, %B800
  %common.ret.op = phi i32 [ 0, %B800 ], [ %.632, %B92.endif.endif.endif.end...endif.1.endif.endif.if ], [ %.604, %B92.endif.endif.endif.end...endif.1.endif.if ], [ %.189, %B92.if ], [ %.219, %B92.endif.if ], [ %.250, %B92.endif.endif.if ], [ %.278, %B92.endif.endif.endif.if ], [ %.309, %B92.endif.endif.endif.endif.if ], [ %.337, %B92.endif.endif.endif.endif.endif.if ], [ %.368, %B92.endif.endif.endif.endif.endif.endif.if ], [ %.396, %B92.endif.endif.endif.endif.endif.endif.endif.if ], [ %.427, %B92.endif.endif.endif.end...if ], [ %.455, %B92.endif.endif.endif.end...endif.if ], [ %.486, %B92.endif.endif.endif.end...endif.endif.if ], [ %.514, %B92.endif.endif.endif.end...endif.endif.endif.if ], [ %.545, %B92.endif.endif.endif.end...if.1 ], [ %.573, %B92.endif.endif.endif.end...endif.1.if ]
  ret i32 %common.ret.op

B800:                                             ; preds = %B88
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B90.if:                                           ; preds = %B88
  %.146 = load i64, ptr %.81, align 8
  %.149 = add nsw i64 %.139, -1
  store i64 %.149, ptr %.84, align 8
  %.153 = add i64 %.146, 8
  store i64 %.153, ptr %.81, align 8
  store <16 x float> zeroinitializer, ptr %.183, align 64
  %.189 = call i32 @passes._dot(ptr nonnull %.183, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %delta.9.0, i64 %x.9.0, i64 %arg.width)
  %.199 = load <16 x float>, ptr %.183, align 64
  switch i32 %.189, label %B92.if [
    i32 -2, label %B92.endif
    i32 0, label %B92.endif
  ], !prof !0

B92.if:                                           ; preds = %B90.if
  %.197 = icmp sgt i32 %.189, 0
  %.190 = load ptr, ptr %excinfo.1, align 8
  %.198 = select i1 %.197, ptr %.190, ptr undef
  store ptr %.198, ptr %excinfo, align 8
  br label %common.ret

B92.endif:                                        ; preds = %B90.if, %B90.if
  store i64 0, ptr %.215, align 8
  %.fca.1.gep37 = getelementptr inbounds nuw i8, ptr %.215, i64 8
  store i64 0, ptr %.fca.1.gep37, align 8
  %.219 = call i32 @passes._following(ptr nonnull %.215, ptr nonnull %excinfo.2, i64 %delta.9.0, i64 %x.9.0, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.229.fca.0.load = load i64, ptr %.215, align 8
  %.229.fca.1.gep = getelementptr inbounds nuw i8, ptr %.215, i64 8
  %.229.fca.1.load = load i64, ptr %.229.fca.1.gep, align 8
  switch i32 %.219, label %B92.endif.if [
    i32 -2, label %B92.endif.endif
    i32 0, label %B92.endif.endif
  ], !prof !0

B92.endif.if:                                     ; preds = %B92.endif
  %.227 = icmp sgt i32 %.219, 0
  %.220 = load ptr, ptr %excinfo.2, align 8
  %.228 = select i1 %.227, ptr %.220, ptr undef
  store ptr %.228, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif:                                  ; preds = %B92.endif, %B92.endif
  store <16 x float> zeroinitializer, ptr %.244, align 64
  %.250 = call i32 @passes._dot(ptr nonnull %.244, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.229.fca.0.load, i64 %.229.fca.1.load, i64 %arg.width)
  %.260 = load <16 x float>, ptr %.244, align 64
  switch i32 %.250, label %B92.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif
    i32 0, label %B92.endif.endif.endif
  ], !prof !0

B92.endif.endif.if:                               ; preds = %B92.endif.endif
  %.258 = icmp sgt i32 %.250, 0
  %.251 = load ptr, ptr %excinfo.3, align 8
  %.259 = select i1 %.258, ptr %.251, ptr undef
  store ptr %.259, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif:                            ; preds = %B92.endif.endif, %B92.endif.endif
  store i64 0, ptr %.274, align 8
  %.fca.1.gep33 = getelementptr inbounds nuw i8, ptr %.274, i64 8
  store i64 0, ptr %.fca.1.gep33, align 8
  %.278 = call i32 @passes._following(ptr nonnull %.274, ptr nonnull %excinfo.4, i64 %.229.fca.0.load, i64 %.229.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.288.fca.0.load = load i64, ptr %.274, align 8
  %.288.fca.1.gep = getelementptr inbounds nuw i8, ptr %.274, i64 8
  %.288.fca.1.load = load i64, ptr %.288.fca.1.gep, align 8
  switch i32 %.278, label %B92.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.if:                         ; preds = %B92.endif.endif.endif
  %.286 = icmp sgt i32 %.278, 0
  %.279 = load ptr, ptr %excinfo.4, align 8
  %.287 = select i1 %.286, ptr %.279, ptr undef
  store ptr %.287, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif:                      ; preds = %B92.endif.endif.endif, %B92.endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.303, align 64
  %.309 = call i32 @passes._dot(ptr nonnull %.303, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.288.fca.0.load, i64 %.288.fca.1.load, i64 %arg.width)
  %.319 = load <16 x float>, ptr %.303, align 64
  switch i32 %.309, label %B92.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.if:                   ; preds = %B92.endif.endif.endif.endif
  %.317 = icmp sgt i32 %.309, 0
  %.310 = load ptr, ptr %excinfo.5, align 8
  %.318 = select i1 %.317, ptr %.310, ptr undef
  store ptr %.318, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif:                ; preds = %B92.endif.endif.endif.endif, %B92.endif.endif.endif.endif
  store i64 0, ptr %.333, align 8
  %.fca.1.gep29 = getelementptr inbounds nuw i8, ptr %.333, i64 8
  store i64 0, ptr %.fca.1.gep29, align 8
  %.337 = call i32 @passes._following(ptr nonnull %.333, ptr nonnull %excinfo.6, i64 %.288.fca.0.load, i64 %.288.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.347.fca.0.load = load i64, ptr %.333, align 8
  %.347.fca.1.gep = getelementptr inbounds nuw i8, ptr %.333, i64 8
  %.347.fca.1.load = load i64, ptr %.347.fca.1.gep, align 8
  switch i32 %.337, label %B92.endif.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.endif.if:             ; preds = %B92.endif.endif.endif.endif.endif
  %.345 = icmp sgt i32 %.337, 0
  %.338 = load ptr, ptr %excinfo.6, align 8
  %.346 = select i1 %.345, ptr %.338, ptr undef
  store ptr %.346, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif.endif:          ; preds = %B92.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.362, align 64
  %.368 = call i32 @passes._dot(ptr nonnull %.362, ptr nonnull %excinfo.7, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.347.fca.0.load, i64 %.347.fca.1.load, i64 %arg.width)
  %.378 = load <16 x float>, ptr %.362, align 64
  switch i32 %.368, label %B92.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.endif.endif.if:       ; preds = %B92.endif.endif.endif.endif.endif.endif
  %.376 = icmp sgt i32 %.368, 0
  %.369 = load ptr, ptr %excinfo.7, align 8
  %.377 = select i1 %.376, ptr %.369, ptr undef
  store ptr %.377, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif.endif.endif:    ; preds = %B92.endif.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif.endif
  store i64 0, ptr %.392, align 8
  %.fca.1.gep25 = getelementptr inbounds nuw i8, ptr %.392, i64 8
  store i64 0, ptr %.fca.1.gep25, align 8
  %.396 = call i32 @passes._following(ptr nonnull %.392, ptr nonnull %excinfo.8, i64 %.347.fca.0.load, i64 %.347.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.406.fca.0.load = load i64, ptr %.392, align 8
  %.406.fca.1.gep = getelementptr inbounds nuw i8, ptr %.392, i64 8
  %.406.fca.1.load = load i64, ptr %.406.fca.1.gep, align 8
  switch i32 %.396, label %B92.endif.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.endif.endif.endif.if: ; preds = %B92.endif.endif.endif.endif.endif.endif.endif
  %.404 = icmp sgt i32 %.396, 0
  %.397 = load ptr, ptr %excinfo.8, align 8
  %.405 = select i1 %.404, ptr %.397, ptr undef
  store ptr %.405, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif.endif.endif.endif: ; preds = %B92.endif.endif.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.421, align 64
  %.427 = call i32 @passes._dot(ptr nonnull %.421, ptr nonnull %excinfo.9, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.406.fca.0.load, i64 %.406.fca.1.load, i64 %arg.width)
  %.437 = load <16 x float>, ptr %.421, align 64
  switch i32 %.427, label %B92.endif.endif.endif.end...if [
    i32 -2, label %B92.endif.endif.endif.end...endif
    i32 0, label %B92.endif.endif.endif.end...endif
  ], !prof !0

B92.endif.endif.endif.end...if:                   ; preds = %B92.endif.endif.endif.endif.endif.endif.endif.endif
  %.435 = icmp sgt i32 %.427, 0
  %.428 = load ptr, ptr %excinfo.9, align 8
  %.436 = select i1 %.435, ptr %.428, ptr undef
  store ptr %.436, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif:                ; preds = %B92.endif.endif.endif.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif.endif.endif.endif
  store i64 0, ptr %.451, align 8
  %.fca.1.gep21 = getelementptr inbounds nuw i8, ptr %.451, i64 8
  store i64 0, ptr %.fca.1.gep21, align 8
  %.455 = call i32 @passes._following(ptr nonnull %.451, ptr nonnull %excinfo.10, i64 %.406.fca.0.load, i64 %.406.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.465.fca.0.load = load i64, ptr %.451, align 8
  %.465.fca.1.gep = getelementptr inbounds nuw i8, ptr %.451, i64 8
  %.465.fca.1.load = load i64, ptr %.465.fca.1.gep, align 8
  switch i32 %.455, label %B92.endif.endif.endif.end...endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.if:             ; preds = %B92.endif.endif.endif.end...endif
  %.463 = icmp sgt i32 %.455, 0
  %.456 = load ptr, ptr %excinfo.10, align 8
  %.464 = select i1 %.463, ptr %.456, ptr undef
  store ptr %.464, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.endif:          ; preds = %B92.endif.endif.endif.end...endif, %B92.endif.endif.endif.end...endif
  store <16 x float> zeroinitializer, ptr %.480, align 64
  %.486 = call i32 @passes._dot(ptr nonnull %.480, ptr nonnull %excinfo.11, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.465.fca.0.load, i64 %.465.fca.1.load, i64 %arg.width)
  %.496 = load <16 x float>, ptr %.480, align 64
  switch i32 %.486, label %B92.endif.endif.endif.end...endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.endif.if:       ; preds = %B92.endif.endif.endif.end...endif.endif
  %.494 = icmp sgt i32 %.486, 0
  %.487 = load ptr, ptr %excinfo.11, align 8
  %.495 = select i1 %.494, ptr %.487, ptr undef
  store ptr %.495, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.endif.endif:    ; preds = %B92.endif.endif.endif.end...endif.endif, %B92.endif.endif.endif.end...endif.endif
  store i64 0, ptr %.510, align 8
  %.fca.1.gep17 = getelementptr inbounds nuw i8, ptr %.510, i64 8
  store i64 0, ptr %.fca.1.gep17, align 8
  %.514 = call i32 @passes._following(ptr nonnull %.510, ptr nonnull %excinfo.12, i64 %.465.fca.0.load, i64 %.465.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.524.fca.0.load = load i64, ptr %.510, align 8
  %.524.fca.1.gep = getelementptr inbounds nuw i8, ptr %.510, i64 8
  %.524.fca.1.load = load i64, ptr %.524.fca.1.gep, align 8
  switch i32 %.514, label %B92.endif.endif.endif.end...endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.endif.endif.if: ; preds = %B92.endif.endif.endif.end...endif.endif.endif
  %.522 = icmp sgt i32 %.514, 0
  %.515 = load ptr, ptr %excinfo.12, align 8
  %.523 = select i1 %.522, ptr %.515, ptr undef
  store ptr %.523, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.endif.endif.endif: ; preds = %B92.endif.endif.endif.end...endif.endif.endif, %B92.endif.endif.endif.end...endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.539, align 64
  %.545 = call i32 @passes._dot(ptr nonnull %.539, ptr nonnull %excinfo.13, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.524.fca.0.load, i64 %.524.fca.1.load, i64 %arg.width)
  %.555 = load <16 x float>, ptr %.539, align 64
  switch i32 %.545, label %B92.endif.endif.endif.end...if.1 [
    i32 -2, label %B92.endif.endif.endif.end...endif.1
    i32 0, label %B92.endif.endif.endif.end...endif.1
  ], !prof !0

B92.endif.endif.endif.end...if.1:                 ; preds = %B92.endif.endif.endif.end...endif.endif.endif.endif
  %.553 = icmp sgt i32 %.545, 0
  %.546 = load ptr, ptr %excinfo.13, align 8
  %.554 = select i1 %.553, ptr %.546, ptr undef
  store ptr %.554, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1:              ; preds = %B92.endif.endif.endif.end...endif.endif.endif.endif, %B92.endif.endif.endif.end...endif.endif.endif.endif
  store i64 0, ptr %.569, align 8
  %.fca.1.gep13 = getelementptr inbounds nuw i8, ptr %.569, i64 8
  store i64 0, ptr %.fca.1.gep13, align 8
  %.573 = call i32 @passes._following(ptr nonnull %.569, ptr nonnull %excinfo.14, i64 %.524.fca.0.load, i64 %.524.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.583.fca.0.load = load i64, ptr %.569, align 8
  %.583.fca.1.gep = getelementptr inbounds nuw i8, ptr %.569, i64 8
  %.583.fca.1.load = load i64, ptr %.583.fca.1.gep, align 8
  switch i32 %.573, label %B92.endif.endif.endif.end...endif.1.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.1.endif
    i32 0, label %B92.endif.endif.endif.end...endif.1.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.1.if:           ; preds = %B92.endif.endif.endif.end...endif.1
  %.581 = icmp sgt i32 %.573, 0
  %.574 = load ptr, ptr %excinfo.14, align 8
  %.582 = select i1 %.581, ptr %.574, ptr undef
  store ptr %.582, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1.endif:        ; preds = %B92.endif.endif.endif.end...endif.1, %B92.endif.endif.endif.end...endif.1
  store <16 x float> zeroinitializer, ptr %.598, align 64
  %.604 = call i32 @passes._dot(ptr nonnull %.598, ptr nonnull %excinfo.15, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.583.fca.0.load, i64 %.583.fca.1.load, i64 %arg.width)
  %.614 = load <16 x float>, ptr %.598, align 64
  switch i32 %.604, label %B92.endif.endif.endif.end...endif.1.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.1.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.1.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.1.endif.if:     ; preds = %B92.endif.endif.endif.end...endif.1.endif
  %.612 = icmp sgt i32 %.604, 0
  %.605 = load ptr, ptr %excinfo.15, align 8
  %.613 = select i1 %.612, ptr %.605, ptr undef
  store ptr %.613, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1.endif.endif:  ; preds = %B92.endif.endif.endif.end...endif.1.endif, %B92.endif.endif.endif.end...endif.1.endif
  store i64 0, ptr %.628, align 8
  %.fca.1.gep9 = getelementptr inbounds nuw i8, ptr %.628, i64 8
  store i64 0, ptr %.fca.1.gep9, align 8
  %.632 = call i32 @passes._following(ptr nonnull %.628, ptr nonnull %excinfo.16, i64 %.583.fca.0.load, i64 %.583.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.642.fca.0.load = load i64, ptr %.628, align 8
  %.642.fca.1.gep = getelementptr inbounds nuw i8, ptr %.628, i64 8
  %.642.fca.1.load = load i64, ptr %.642.fca.1.gep, align 8
  switch i32 %.632, label %B92.endif.endif.endif.end...endif.1.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.1.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.1.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.1.endif.endif.if: ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif
  %.640 = icmp sgt i32 %.632, 0
  %.633 = load ptr, ptr %excinfo.16, align 8
  %.641 = select i1 %.640, ptr %.633, ptr undef
  store ptr %.641, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1.endif.endif.endif: ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif, %B92.endif.endif.endif.end...endif.1.endif.endif
  %.661 = sub nsw i64 %.38, %.146
  %.663 = shufflevector <16 x float> %.199, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.664 = shufflevector <16 x float> %.199, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.665 = fadd nsz contract <8 x float> %.663, %.664
  %.666 = shufflevector <16 x float> %.260, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.667 = shufflevector <16 x float> %.260, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.668 = fadd nsz contract <8 x float> %.666, %.667
  %.669 = shufflevector <16 x float> %.319, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.670 = shufflevector <16 x float> %.319, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.671 = fadd nsz contract <8 x float> %.669, %.670
  %.672 = shufflevector <16 x float> %.378, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.673 = shufflevector <16 x float> %.378, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.674 = fadd nsz contract <8 x float> %.672, %.673
  %.675 = shufflevector <16 x float> %.437, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.676 = shufflevector <16 x float> %.437, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.677 = fadd nsz contract <8 x float> %.675, %.676
  %.678 = shufflevector <16 x float> %.496, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.679 = shufflevector <16 x float> %.496, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.680 = fadd nsz contract <8 x float> %.678, %.679
  %.681 = shufflevector <16 x float> %.555, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.682 = shufflevector <16 x float> %.555, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.683 = fadd nsz contract <8 x float> %.681, %.682
  %.684 = shufflevector <16 x float> %.614, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.685 = shufflevector <16 x float> %.614, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.686 = fadd nsz contract <8 x float> %.684, %.685
  %.687 = shufflevector <8 x float> %.665, <8 x float> %.668, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.688 = shufflevector <8 x float> %.665, <8 x float> %.668, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.689 = fadd nsz contract <8 x float> %.687, %.688
  %.690 = shufflevector <8 x float> %.671, <8 x float> %.674, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.691 = shufflevector <8 x float> %.671, <8 x float> %.674, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.692 = fadd nsz contract <8 x float> %.690, %.691
  %.693 = shufflevector <8 x float> %.677, <8 x float> %.680, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.694 = shufflevector <8 x float> %.677, <8 x float> %.680, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.695 = fadd nsz contract <8 x float> %.693, %.694
  %.696 = shufflevector <8 x float> %.683, <8 x float> %.686, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.697 = shufflevector <8 x float> %.683, <8 x float> %.686, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.698 = fadd nsz contract <8 x float> %.696, %.697
  %.699 = shufflevector <8 x float> %.689, <8 x float> %.692, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.700 = shufflevector <8 x float> %.689, <8 x float> %.692, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.701 = fadd nsz contract <8 x float> %.699, %.700
  %.702 = shufflevector <8 x float> %.695, <8 x float> %.698, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.703 = shufflevector <8 x float> %.695, <8 x float> %.698, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.704 = fadd nsz contract <8 x float> %.702, %.703
  %.705 = shufflevector <8 x float> %.701, <8 x float> %.704, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %.706 = shufflevector <8 x float> %.701, <8 x float> %.704, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %.707 = fadd nsz contract <8 x float> %.705, %.706
  %.708 = insertelement <8 x i64> poison, i64 %.661, i64 0
  %.709 = shufflevector <8 x i64> %.708, <8 x i64> poison, <8 x i32> zeroinitializer
  %.710 = icmp sgt <8 x i64> %.709, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %.711 = select <8 x i1> %.710, <8 x float> %.707, <8 x float> zeroinitializer
  %1 = getelementptr float, ptr %arg.gradient.4, i64 %arg.weight
  %.718 = getelementptr float, ptr %1, i64 %.146
  %.720 = load <8 x float>, ptr %.718, align 4
  %.721 = fadd nsz contract <8 x float> %.720, %.711
  store <8 x float> %.721, ptr %.718, align 4
  br label %B88
}

; Function Attrs: alwaysinline
define internal i32 @passes._biases_gradient(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %arg.deltas, i64 %arg.bias, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.62 = alloca i64, align 8
  store i64 0, ptr %.62, align 8
  %.65 = alloca i64, align 8
  store i64 0, ptr %.65, align 8
  %.169 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.169, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.200 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.200, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.232 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.232, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.264 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.264, align 64
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.296 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.296, align 64
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.328 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.328, align 64
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.360 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.360, align 64
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.392 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.392, align 64
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  store i64 0, ptr %.62, align 8
  %.76 = icmp slt i64 %arg.count, 1
  %0 = add nuw i64 %arg.count, 7
  %.99 = lshr i64 %0, 3
  %storemerge = select i1 %.76, i64 0, i64 %.99
  store i64 %storemerge, ptr %.65, align 8
  br label %B48

B48:                                              ; preds = %B50.endif.endif.endif.endif.endif.endif.endif.endif, %entry
  %.119 = load i64, ptr %.65, align 8
  %.120 = icmp sgt i64 %.119, 0
  br i1 %.120, label %B48.if, label %B450

common.ret:                                       ; preds = %B50.endif.endif.endif.endif.endif.endif.endif.if, %B50.endif.endif.endif.endif.endif.endif.if, %B50.endif.endif.endif.endif.endif.if, %B50.endif.endif.endif.endif.if, %B50.endif.endif.endif.if, %B50.endif.endif.if, %B50.endif.if, %B50.if, %B450
  %common.ret.op = phi i32 [ 0, %B450 ], [ %.398, %B50.endif.endif.endif.endif.endif.endif.endif.if ], [ %.366, %B50.endif.endif.endif.endif.endif.endif.if ], [ %.175, %B50.if ], [ %.206, %B50.endif.if ], [ %.238, %B50.endif.endif.if ], [ %.270, %B50.endif.endif.endif.if ], [ %.302, %B50.endif.endif.endif.endif.if ], [ %.334, %B50.endif.endif.endif.endif.endif.if ]
  ret i32 %common.ret.op

B450:                                             ; preds = %B48
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B48.if:                                           ; preds = %B48
  %.126 = load i64, ptr %.62, align 8
  %.129 = add nsw i64 %.119, -1
  store i64 %.129, ptr %.65, align 8
  %.133 = add i64 %.126, 8
  store i64 %.133, ptr %.62, align 8
  %.159 = mul nsw i64 %.126, %arg.width
  %.161 = add nsw i64 %arg.deltas, %.159
  %.165 = sub nsw i64 %arg.count, %.126
  store <16 x float> zeroinitializer, ptr %.169, align 64
  %.175 = call i32 @passes._whole(ptr nonnull %.169, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.161, i64 %arg.width)
  %.185 = load <16 x float>, ptr %.169, align 64
  switch i32 %.175, label %B50.if [
    i32 -2, label %B50.endif
    i32 0, label %B50.endif
  ], !prof !0

B50.if:                                           ; preds = %B48.if
  %.183 = icmp sgt i32 %.175, 0
  %.176 = load ptr, ptr %excinfo.1, align 8
  %.184 = select i1 %.183, ptr %.176, ptr undef
  store ptr %.184, ptr %excinfo, align 8
  br label %common.ret

B50.endif:                                        ; preds = %B48.if, %B48.if
  %.197 = add nsw i64 %.161, %arg.width
  store <16 x float> zeroinitializer, ptr %.200, align 64
  %.206 = call i32 @passes._whole(ptr nonnull %.200, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.197, i64 %arg.width)
  %.216 = load <16 x float>, ptr %.200, align 64
  switch i32 %.206, label %B50.endif.if [
    i32 -2, label %B50.endif.endif
    i32 0, label %B50.endif.endif
  ], !prof !0

B50.endif.if:                                     ; preds = %B50.endif
  %.214 = icmp sgt i32 %.206, 0
  %.207 = load ptr, ptr %excinfo.2, align 8
  %.215 = select i1 %.214, ptr %.207, ptr undef
  store ptr %.215, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif:                                  ; preds = %B50.endif, %B50.endif
  %.228 = shl nsw i64 %arg.width, 1
  %.229 = add nsw i64 %.161, %.228
  store <16 x float> zeroinitializer, ptr %.232, align 64
  %.238 = call i32 @passes._whole(ptr nonnull %.232, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.229, i64 %arg.width)
  %.248 = load <16 x float>, ptr %.232, align 64
  switch i32 %.238, label %B50.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif
    i32 0, label %B50.endif.endif.endif
  ], !prof !0

B50.endif.endif.if:                               ; preds = %B50.endif.endif
  %.246 = icmp sgt i32 %.238, 0
  %.239 = load ptr, ptr %excinfo.3, align 8
  %.247 = select i1 %.246, ptr %.239, ptr undef
  store ptr %.247, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif:                            ; preds = %B50.endif.endif, %B50.endif.endif
  %.260 = mul nsw i64 %arg.width, 3
  %.261 = add nsw i64 %.161, %.260
  store <16 x float> zeroinitializer, ptr %.264, align 64
  %.270 = call i32 @passes._whole(ptr nonnull %.264, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.261, i64 %arg.width)
  %.280 = load <16 x float>, ptr %.264, align 64
  switch i32 %.270, label %B50.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.if:                         ; preds = %B50.endif.endif.endif
  %.278 = icmp sgt i32 %.270, 0
  %.271 = load ptr, ptr %excinfo.4, align 8
  %.279 = select i1 %.278, ptr %.271, ptr undef
  store ptr %.279, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif:                      ; preds = %B50.endif.endif.endif, %B50.endif.endif.endif
  %.292 = shl nsw i64 %arg.width, 2
  %.293 = add nsw i64 %.161, %.292
  store <16 x float> zeroinitializer, ptr %.296, align 64
  %.302 = call i32 @passes._whole(ptr nonnull %.296, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.293, i64 %arg.width)
  %.312 = load <16 x float>, ptr %.296, align 64
  switch i32 %.302, label %B50.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.if:                   ; preds = %B50.endif.endif.endif.endif
  %.310 = icmp sgt i32 %.302, 0
  %.303 = load ptr, ptr %excinfo.5, align 8
  %.311 = select i1 %.310, ptr %.303, ptr undef
  store ptr %.311, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif:                ; preds = %B50.endif.endif.endif.endif, %B50.endif.endif.endif.endif
  %.324 = mul nsw i64 %arg.width, 5
  %.325 = add nsw i64 %.161, %.324
  store <16 x float> zeroinitializer, ptr %.328, align 64
  %.334 = call i32 @passes._whole(ptr nonnull %.328, ptr nonnull %excinfo.6, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.325, i64 %arg.width)
  %.344 = load <16 x float>, ptr %.328, align 64
  switch i32 %.334, label %B50.endif.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.endif.if:             ; preds = %B50.endif.endif.endif.endif.endif
  %.342 = icmp sgt i32 %.334, 0
  %.335 = load ptr, ptr %excinfo.6, align 8
  %.343 = select i1 %.342, ptr %.335, ptr undef
  store ptr %.343, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif.endif:          ; preds = %B50.endif.endif.endif.endif.endif, %B50.endif.endif.endif.endif.endif
  %.356 = mul nsw i64 %arg.width, 6
  %.357 = add nsw i64 %.161, %.356
  store <16 x float> zeroinitializer, ptr %.360, align 64
  %.366 = call i32 @passes._whole(ptr nonnull %.360, ptr nonnull %excinfo.7, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.357, i64 %arg.width)
  %.376 = load <16 x float>, ptr %.360, align 64
  switch i32 %.366, label %B50.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.endif.endif.if:       ; preds = %B50.endif.endif.endif.endif.endif.endif
  %.374 = icmp sgt i32 %.366, 0
  %.367 = load ptr, ptr %excinfo.7, align 8
  %.375 = select i1 %.374, ptr %.367, ptr undef
  store ptr %.375, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif.endif.endif:    ; preds = %B50.endif.endif.endif.endif.endif.endif, %B50.endif.endif.endif.endif.endif.endif
  %.388 = mul nsw i64 %arg.width, 7
  %.389 = add nsw i64 %.161, %.388
  store <16 x float> zeroinitializer, ptr %.392, align 64
  %.398 = call i32 @passes._whole(ptr nonnull %.392, ptr nonnull %excinfo.8, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.389, i64 %arg.width)
  %.408 = load <16 x float>, ptr %.392, align 64
  switch i32 %.398, label %B50.endif.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.endif.endif.endif.if: ; preds = %B50.endif.endif.endif.endif.endif.endif.endif
  %.406 = icmp sgt i32 %.398, 0
  %.399 = load ptr, ptr %excinfo.8, align 8
  %.407 = select i1 %.406, ptr %.399, ptr undef
  store ptr %.407, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif.endif.endif.endif: ; preds = %B50.endif.endif.endif.endif.endif.endif.endif, %B50.endif.endif.endif.endif.endif.endif.endif
  %.419 = shufflevector <16 x float> %.185, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.420 = shufflevector <16 x float> %.185, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.421 = fadd nsz contract <8 x float> %.419, %.420
  %.422 = shufflevector <16 x float> %.216, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.423 = shufflevector <16 x float> %.216, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.424 = fadd nsz contract <8 x float> %.422, %.423
  %.425 = shufflevector <16 x float> %.248, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.426 = shufflevector <16 x float> %.248, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.427 = fadd nsz contract <8 x float> %.425, %.426
  %.428 = shufflevector <16 x float> %.280, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.429 = shufflevector <16 x float> %.280, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.430 = fadd nsz contract <8 x float> %.428, %.429
  %.431 = shufflevector <16 x float> %.312, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.432 = shufflevector <16 x float> %.312, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.433 = fadd nsz contract <8 x float> %.431, %.432
  %.434 = shufflevector <16 x float> %.344, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.435 = shufflevector <16 x float> %.344, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.436 = fadd nsz contract <8 x float> %.434, %.435
  %.437 = shufflevector <16 x float> %.376, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.438 = shufflevector <16 x float> %.376, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.439 = fadd nsz contract <8 x float> %.437, %.438
  %.440 = shufflevector <16 x float> %.408, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.441 = shufflevector <16 x float> %.408, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.442 = fadd nsz contract <8 x float> %.440, %.441
  %.443 = shufflevector <8 x float> %.421, <8 x float> %.424, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.444 = shufflevector <8 x float> %.421, <8 x float> %.424, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.445 = fadd nsz contract <8 x float> %.443, %.444
  %.446 = shufflevector <8 x float> %.427, <8 x float> %.430, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.447 = shufflevector <8 x float> %.427, <8 x float> %.430, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.448 = fadd nsz contract <8 x float> %.446, %.447
  %.449 = shufflevector <8 x float> %.433, <8 x float> %.436, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.450 = shufflevector <8 x float> %.433, <8 x float> %.436, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.451 = fadd nsz contract <8 x float> %.449, %.450
  %.452 = shufflevector <8 x float> %.439, <8 x float> %.442, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.453 = shufflevector <8 x float> %.439, <8 x float> %.442, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.454 = fadd nsz contract <8 x float> %.452, %.453
  %.455 = shufflevector <8 x float> %.445, <8 x float> %.448, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.456 = shufflevector <8 x float> %.445, <8 x float> %.448, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.457 = fadd nsz contract <8 x float> %.455, %.456
  %.458 = shufflevector <8 x float> %.451, <8 x float> %.454, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.459 = shufflevector <8 x float> %.451, <8 x float> %.454, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.460 = fadd nsz contract <8 x float> %.458, %.459
  %.461 = shufflevector <8 x float> %.457, <8 x float> %.460, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %.462 = shufflevector <8 x float> %.457, <8 x float> %.460, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %.463 = fadd nsz contract <8 x float> %.461, %.462
  %.464 = insertelement <8 x i64> poison, i64 %.165, i64 0
  %.465 = shufflevector <8 x i64> %.464, <8 x i64> poison, <8 x i32> zeroinitializer
  %.466 = icmp sgt <8 x i64> %.465, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %.467 = select <8 x i1> %.466, <8 x float> %.463, <8 x float> zeroinitializer
  %1 = getelementptr float, ptr %arg.gradient.4, i64 %arg.bias
  %.474 = getelementptr float, ptr %1, i64 %.126
  %.476 = load <8 x float>, ptr %.474, align 4
  %.477 = fadd nsz contract <8 x float> %.476, %.467
  store <8 x float> %.477, ptr %.474, align 4
  br label %B48
}

; Function Attrs: alwaysinline
define internal i32 @passes._pass_back(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.gains, i64 %arg.deltas, i64 %arg.weight, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.68 = alloca i64, align 8
  store i64 0, ptr %.68, align 8
  %.71 = alloca i64, align 8
  store i64 0, ptr %.71, align 8
  %.191 = alloca i64, align 8
  store i64 0, ptr %.191, align 8
  %.194 = alloca i64, align 8
  store i64 0, ptr %.194, align 8
  %.343 = alloca i64, align 8
  store i64 0, ptr %.343, align 8
  %.346 = alloca i64, align 8
  store i64 0, ptr %.346, align 8
  store i64 0, ptr %.68, align 8
  %.82 = icmp slt i64 %arg.inputs, 1
  %storemerge = select i1 %.82, i64 0, i64 %arg.inputs
  store i64 %storemerge, ptr %.71, align 8
  br label %B34

B34:                                              ; preds = %B82, %entry
  %.125 = load i64, ptr %.71, align 8
  %.126 = icmp sgt i64 %.125, 0
  br i1 %.126, label %B34.if, label %B418

B82:                                              ; preds = %B34.if, %B362
  %.246 = load i64, ptr %.194, align 8
  %.247 = icmp sgt i64 %.246, 0
  br i1 %.247, label %B82.if, label %B34

B222:                                             ; preds = %B222.if, %B82.if
  %whole.2.2 = phi <16 x float> [ %.315, %B82.if ], [ %.472, %B222.if ]
  %.398 = load i64, ptr %.346, align 8
  %.399 = icmp sgt i64 %.398, 0
  br i1 %.399, label %B222.if, label %B362

B362:                                             ; preds = %B222
  %.482 = mul nsw i64 %.132, %arg.width
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.gains
  %1 = getelementptr float, ptr %0, i64 %.482
  %.497 = getelementptr float, ptr %1, i64 %.253
  store <16 x float> %whole.2.2, ptr %.497, align 4
  br label %B82

B418:                                             ; preds = %B34
  store ptr null, ptr %retptr, align 8
  ret i32 0

B34.if:                                           ; preds = %B34
  %.132 = load i64, ptr %.68, align 8
  %.135 = add nsw i64 %.125, -1
  store i64 %.135, ptr %.71, align 8
  %.139 = add i64 %.132, 1
  store i64 %.139, ptr %.68, align 8
  store i64 0, ptr %.191, align 8
  %.205 = icmp slt i64 %arg.width, 1
  %2 = add nuw i64 %arg.width, 15
  %.226 = lshr i64 %2, 4
  %storemerge195 = select i1 %.205, i64 0, i64 %.226
  store i64 %storemerge195, ptr %.194, align 8
  br label %B82

B82.if:                                           ; preds = %B82
  %.253 = load i64, ptr %.191, align 8
  %.256 = add nsw i64 %.246, -1
  store i64 %.256, ptr %.194, align 8
  %.260 = add i64 %.253, 16
  store i64 %.260, ptr %.191, align 8
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %.298 = getelementptr float, ptr %3, i64 %.253
  %.300 = load <16 x float>, ptr %.298, align 4
  %4 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %.311 = getelementptr float, ptr %4, i64 %.132
  %.312 = load float, ptr %.311, align 4
  %.313 = insertelement <16 x float> poison, float %.312, i64 0
  %.314 = shufflevector <16 x float> %.313, <16 x float> poison, <16 x i32> zeroinitializer
  %.315 = fmul contract <16 x float> %.300, %.314
  store i64 1, ptr %.343, align 8
  %.356 = add i64 %arg.count, -1
  %.357 = icmp slt i64 %.356, 1
  %storemerge196 = select i1 %.357, i64 0, i64 %.356
  store i64 %storemerge196, ptr %.346, align 8
  br label %B222

B222.if:                                          ; preds = %B222
  %.405 = load i64, ptr %.343, align 8
  %.408 = add nsw i64 %.398, -1
  store i64 %.408, ptr %.346, align 8
  %.412 = add i64 %.405, 1
  store i64 %.412, ptr %.343, align 8
  %.438 = mul nsw i64 %.405, %arg.width
  %5 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %6 = getelementptr float, ptr %5, i64 %.438
  %.450 = getelementptr float, ptr %6, i64 %.253
  %.452 = load <16 x float>, ptr %.450, align 4
  %.454 = mul nsw i64 %.405, %arg.inputs
  %7 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %8 = getelementptr float, ptr %7, i64 %.454
  %.466 = getelementptr float, ptr %8, i64 %.132
  %.467 = load float, ptr %.466, align 4
  %.468 = insertelement <16 x float> poison, float %.467, i64 0
  %.469 = shufflevector <16 x float> %.468, <16 x float> poison, <16 x i32> zeroinitializer
  %.470 = fmul contract <16 x float> %.452, %.469
  %.472 = fadd contract <16 x float> %whole.2.2, %.470
  br label %B222
}

; Function Attrs: alwaysinline
define internal i32 @passes._whole(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width) #0 {
entry:
  %.56 = alloca i64, align 8
  store i64 0, ptr %.56, align 8
  %.59 = alloca i64, align 8
  store i64 0, ptr %.59, align 8
  %.27 = getelementptr inbounds float, ptr %arg.work.4, i64 %arg.row
  %.29 = load <16 x float>, ptr %.27, align 4
  store i64 16, ptr %.56, align 8
  %.69 = add i64 %arg.width, -16
  %.70 = icmp slt i64 %.69, 1
  br i1 %.70, label %B0.endif.endif, label %B0.endif.else

B90:                                              ; preds = %B90.if, %B0.endif.endif
  %whole.2.0 = phi <16 x float> [ %.29, %B0.endif.endif ], [ %.165, %B90.if ]
  %.113 = load i64, ptr %.59, align 8
  %.114 = icmp sgt i64 %.113, 0
  br i1 %.114, label %B90.if, label %B140

B140:                                             ; preds = %B90
  store <16 x float> %whole.2.0, ptr %retptr, align 64
  ret i32 0

B0.endif.else:                                    ; preds = %entry
  %.87 = and i64 %arg.width, 15
  %.90.not = icmp ne i64 %.87, 0
  %.9169 = lshr i64 %.69, 4
  %.92 = zext i1 %.90.not to i64
  %.93 = add nuw nsw i64 %.9169, %.92
  br label %B0.endif.endif

B0.endif.endif:                                   ; preds = %B0.endif.else, %entry
  %storemerge = phi i64 [ %.93, %B0.endif.else ], [ 0, %entry ]
  store i64 %storemerge, ptr %.59, align 8
  br label %B90

B90.if:                                           ; preds = %B90
  %.120 = load i64, ptr %.56, align 8
  %.123 = add nsw i64 %.113, -1
  store i64 %.123, ptr %.59, align 8
  %.127 = add i64 %.120, 16
  store i64 %.127, ptr %.56, align 8
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.row
  %.161 = getelementptr float, ptr %0, i64 %.120
  %.163 = load <16 x float>, ptr %.161, align 4
  %.165 = fadd contract <16 x float> %whole.2.0, %.163
  br label %B90
}

; Function Attrs: alwaysinline
define internal i32 @passes._dot(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.delta, i64 %arg.x, i64 %arg.width) #0 {
entry:
  %.71 = alloca i64, align 8
  store i64 0, ptr %.71, align 8
  %.74 = alloca i64, align 8
  store i64 0, ptr %.74, align 8
  %.30 = getelementptr inbounds float, ptr %arg.work.4, i64 %arg.delta
  %.32 = load <16 x float>, ptr %.30, align 4
  %.41 = getelementptr inbounds float, ptr %arg.work.4, i64 %arg.x
  %.43 = load <16 x float>, ptr %.41, align 4
  %.44 = fmul contract <16 x float> %.32, %.43
  store i64 16, ptr %.71, align 8
  %.84 = add i64 %arg.width, -16
  %.85 = icmp slt i64 %.84, 1
  br i1 %.85, label %B0.endif.endif, label %B0.endif.else

B124:                                             ; preds = %B124.if, %B0.endif.endif
  %whole.2.0 = phi <16 x float> [ %.44, %B0.endif.endif ], [ %.193, %B124.if ]
  %.128 = load i64, ptr %.74, align 8
  %.129 = icmp sgt i64 %.128, 0
  br i1 %.129, label %B124.if, label %B214

B214:                                             ; preds = %B124
  store <16 x float> %whole.2.0, ptr %retptr, align 64
  ret i32 0

B0.endif.else:                                    ; preds = %entry
  %.102 = and i64 %arg.width, 15
  %.105.not = icmp ne i64 %.102, 0
  %.10693 = lshr i64 %.84, 4
  %.107 = zext i1 %.105.not to i64
  %.108 = add nuw nsw i64 %.10693, %.107
  br label %B0.endif.endif

B0.endif.endif:                                   ; preds = %B0.endif.else, %entry
  %storemerge = phi i64 [ %.108, %B0.endif.else ], [ 0, %entry ]
  store i64 %storemerge, ptr %.74, align 8
  br label %B124

B124.if:                                          ; preds = %B124
  %.135 = load i64, ptr %.71, align 8
  %.138 = add nsw i64 %.128, -1
  store i64 %.138, ptr %.74, align 8
  %.142 = add i64 %.135, 16
  store i64 %.142, ptr %.71, align 8
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.delta
  %.176 = getelementptr float, ptr %0, i64 %.135
  %.178 = load <16 x float>, ptr %.176, align 4
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.x
  %.188 = getelementptr float, ptr %1, i64 %.135
  %.190 = load <16 x float>, ptr %.188, align 4
  %.191 = fmul contract <16 x float> %.178, %.190
  %.193 = fadd contract <16 x float> %whole.2.0, %.191
  br label %B124
}

; Function Attrs: alwaysinline
define internal i32 @passes._following(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.delta, i64 %arg.x, i64 %arg.first, i64 %arg.last, i64 %arg.width) #0 {
entry:
  %.18 = icmp eq i64 %arg.x, %arg.last
  %.24 = add nsw i64 %arg.delta, %arg.width
  %.42 = add nsw i64 %arg.x, %arg.width
  %"$phi42.0.2.sroa.8.0" = select i1 %.18, i64 %arg.first, i64 %.42
  %"$phi42.0.2.sroa.0.0" = select i1 %.18, i64 %.24, i64 %arg.delta
  store i64 %"$phi42.0.2.sroa.0.0", ptr %retptr, align 8
  %retptr.repack20 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store i64 %"$phi42.0.2.sroa.8.0", ptr %retptr.repack20, align 8
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @passes._weights_gradient.4(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %arg.entry, i64 %arg.deltas, i64 %arg.weight, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.81 = alloca i64, align 8
  store i64 0, ptr %.81, align 8
  %.84 = alloca i64, align 8
  store i64 0, ptr %.84, align 8
  %.183 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.183, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.215 = alloca [2 x i64], align 8
  store i64 0, ptr %.215, align 8
  %.fca.1.gep35 = getelementptr inbounds nuw i8, ptr %.215, i64 8
  store i64 0, ptr %.fca.1.gep35, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.244 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.244, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.274 = alloca [2 x i64], align 8
  store i64 0, ptr %.274, align 8
  %.fca.1.gep31 = getelementptr inbounds nuw i8, ptr %.274, i64 8
  store i64 0, ptr %.fca.1.gep31, align 8
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.303 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.303, align 64
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.333 = alloca [2 x i64], align 8
  store i64 0, ptr %.333, align 8
  %.fca.1.gep27 = getelementptr inbounds nuw i8, ptr %.333, i64 8
  store i64 0, ptr %.fca.1.gep27, align 8
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.362 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.362, align 64
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.392 = alloca [2 x i64], align 8
  store i64 0, ptr %.392, align 8
  %.fca.1.gep23 = getelementptr inbounds nuw i8, ptr %.392, i64 8
  store i64 0, ptr %.fca.1.gep23, align 8
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  %.421 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.421, align 64
  %excinfo.9 = alloca ptr, align 8
  store ptr null, ptr %excinfo.9, align 8
  %.451 = alloca [2 x i64], align 8
  store i64 0, ptr %.451, align 8
  %.fca.1.gep19 = getelementptr inbounds nuw i8, ptr %.451, i64 8
  store i64 0, ptr %.fca.1.gep19, align 8
  %excinfo.10 = alloca ptr, align 8
  store ptr null, ptr %excinfo.10, align 8
  %.480 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.480, align 64
  %excinfo.11 = alloca ptr, align 8
  store ptr null, ptr %excinfo.11, align 8
  %.510 = alloca [2 x i64], align 8
  store i64 0, ptr %.510, align 8
  %.fca.1.gep15 = getelementptr inbounds nuw i8, ptr %.510, i64 8
  store i64 0, ptr %.fca.1.gep15, align 8
  %excinfo.12 = alloca ptr, align 8
  store ptr null, ptr %excinfo.12, align 8
  %.539 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.539, align 64
  %excinfo.13 = alloca ptr, align 8
  store ptr null, ptr %excinfo.13, align 8
  %.569 = alloca [2 x i64], align 8
  store i64 0, ptr %.569, align 8
  %.fca.1.gep11 = getelementptr inbounds nuw i8, ptr %.569, i64 8
  store i64 0, ptr %.fca.1.gep11, align 8
  %excinfo.14 = alloca ptr, align 8
  store ptr null, ptr %excinfo.14, align 8
  %.598 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.598, align 64
  %excinfo.15 = alloca ptr, align 8
  store ptr null, ptr %excinfo.15, align 8
  %.628 = alloca [2 x i64], align 8
  store i64 0, ptr %.628, align 8
  %.fca.1.gep = getelementptr inbounds nuw i8, ptr %.628, i64 8
  store i64 0, ptr %.fca.1.gep, align 8
  %excinfo.16 = alloca ptr, align 8
  store ptr null, ptr %excinfo.16, align 8
  %.38 = mul nsw i64 %arg.count, %arg.inputs
  %.39 = shl i64 %arg.inputs, 4
  %.41 = add i64 %.39, -16
  %.43 = add nsw i64 %arg.entry, %.41
  store i64 0, ptr %.81, align 8
  %.95 = icmp slt i64 %.38, 1
  %0 = add nuw i64 %.38, 7
  %.118 = lshr i64 %0, 3
  %storemerge = select i1 %.95, i64 0, i64 %.118
  store i64 %storemerge, ptr %.84, align 8
  br label %B88

B88:                                              ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif.endif, %entry
  %x.9.0 = phi i64 [ %arg.entry, %entry ], [ %.642.fca.1.load, %B92.endif.endif.endif.end...endif.1.endif.endif.endif ]
  %delta.9.0 = phi i64 [ %arg.deltas, %entry ], [ %.642.fca.0.load, %B92.endif.endif.endif.end...endif.1.endif.endif.endif ]
  %.139 = load i64, ptr %.84, align 8
  %.140 = icmp sgt i64 %.139, 0
  br i1 %.140, label %B90.if, label %B800

common.ret:                                       ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif.if, %B92.endif.endif.endif.end...endif.1.endif.if, %B92.endif.endif.endif.end...endif.1.if, %B92.endif.endif.endif.end...if.1, %B92.endif.endif.endif.end...endif.endif.endif.if, %B92.endif.endif.endif.end...endif.endif.if, %B92.endif.endif.endif.end...endif.if, %B92.endif.endif.endif.end...if, %B92.endif.endif.endif.endif.endif.endif.endif.if, %B92.endif.endif.endif.endif.endif.endif.if, %B92.endif.endif.endif.endif.endif.if, %B92.endif.endif.endif.endif.if, %B92.endif.endif.endif.if, %B92.endif.endif.if, %B92.endif.if, %B92.if, %B800
  %common.ret.op = phi i32 [ 0, %B800 ], [ %.632, %B92.endif.endif.endif.end...endif.1.endif.endif.if ], [ %.604, %B92.endif.endif.endif.end...endif.1.endif.if ], [ %.189, %B92.if ], [ %.219, %B92.endif.if ], [ %.250, %B92.endif.endif.if ], [ %.278, %B92.endif.endif.endif.if ], [ %.309, %B92.endif.endif.endif.endif.if ], [ %.337, %B92.endif.endif.endif.endif.endif.if ], [ %.368, %B92.endif.endif.endif.endif.endif.endif.if ], [ %.396, %B92.endif.endif.endif.endif.endif.endif.endif.if ], [ %.427, %B92.endif.endif.endif.end...if ], [ %.455, %B92.endif.endif.endif.end...endif.if ], [ %.486, %B92.endif.endif.endif.end...endif.endif.if ], [ %.514, %B92.endif.endif.endif.end...endif.endif.endif.if ], [ %.545, %B92.endif.endif.endif.end...if.1 ], [ %.573, %B92.endif.endif.endif.end...endif.1.if ]
  ret i32 %common.ret.op

B800:                                             ; preds = %B88
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B90.if:                                           ; preds = %B88
  %.146 = load i64, ptr %.81, align 8
  %.149 = add nsw i64 %.139, -1
  store i64 %.149, ptr %.84, align 8
  %.153 = add i64 %.146, 8
  store i64 %.153, ptr %.81, align 8
  store <16 x float> zeroinitializer, ptr %.183, align 64
  %.189 = call i32 @passes._dot.8(ptr nonnull %.183, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %delta.9.0, i64 %x.9.0, i64 %arg.width)
  %.199 = load <16 x float>, ptr %.183, align 64
  switch i32 %.189, label %B92.if [
    i32 -2, label %B92.endif
    i32 0, label %B92.endif
  ], !prof !0

B92.if:                                           ; preds = %B90.if
  %.197 = icmp sgt i32 %.189, 0
  %.190 = load ptr, ptr %excinfo.1, align 8
  %.198 = select i1 %.197, ptr %.190, ptr undef
  store ptr %.198, ptr %excinfo, align 8
  br label %common.ret

B92.endif:                                        ; preds = %B90.if, %B90.if
  store i64 0, ptr %.215, align 8
  %.fca.1.gep37 = getelementptr inbounds nuw i8, ptr %.215, i64 8
  store i64 0, ptr %.fca.1.gep37, align 8
  %.219 = call i32 @passes._following.9(ptr nonnull %.215, ptr nonnull %excinfo.2, i64 %delta.9.0, i64 %x.9.0, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.229.fca.0.load = load i64, ptr %.215, align 8
  %.229.fca.1.gep = getelementptr inbounds nuw i8, ptr %.215, i64 8
  %.229.fca.1.load = load i64, ptr %.229.fca.1.gep, align 8
  switch i32 %.219, label %B92.endif.if [
    i32 -2, label %B92.endif.endif
    i32 0, label %B92.endif.endif
  ], !prof !0

B92.endif.if:                                     ; preds = %B92.endif
  %.227 = icmp sgt i32 %.219, 0
  %.220 = load ptr, ptr %excinfo.2, align 8
  %.228 = select i1 %.227, ptr %.220, ptr undef
  store ptr %.228, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif:                                  ; preds = %B92.endif, %B92.endif
  store <16 x float> zeroinitializer, ptr %.244, align 64
  %.250 = call i32 @passes._dot.8(ptr nonnull %.244, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.229.fca.0.load, i64 %.229.fca.1.load, i64 %arg.width)
  %.260 = load <16 x float>, ptr %.244, align 64
  switch i32 %.250, label %B92.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif
    i32 0, label %B92.endif.endif.endif
  ], !prof !0

B92.endif.endif.if:                               ; preds = %B92.endif.endif
  %.258 = icmp sgt i32 %.250, 0
  %.251 = load ptr, ptr %excinfo.3, align 8
  %.259 = select i1 %.258, ptr %.251, ptr undef
  store ptr %.259, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif:                            ; preds = %B92.endif.endif, %B92.endif.endif
  store i64 0, ptr %.274, align 8
  %.fca.1.gep33 = getelementptr inbounds nuw i8, ptr %.274, i64 8
  store i64 0, ptr %.fca.1.gep33, align 8
  %.278 = call i32 @passes._following.9(ptr nonnull %.274, ptr nonnull %excinfo.4, i64 %.229.fca.0.load, i64 %.229.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.288.fca.0.load = load i64, ptr %.274, align 8
  %.288.fca.1.gep = getelementptr inbounds nuw i8, ptr %.274, i64 8
  %.288.fca.1.load = load i64, ptr %.288.fca.1.gep, align 8
  switch i32 %.278, label %B92.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.if:                         ; preds = %B92.endif.endif.endif
  %.286 = icmp sgt i32 %.278, 0
  %.279 = load ptr, ptr %excinfo.4, align 8
  %.287 = select i1 %.286, ptr %.279, ptr undef
  store ptr %.287, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif:                      ; preds = %B92.endif.endif.endif, %B92.endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.303, align 64
  %.309 = call i32 @passes._dot.8(ptr nonnull %.303, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.288.fca.0.load, i64 %.288.fca.1.load, i64 %arg.width)
  %.319 = load <16 x float>, ptr %.303, align 64
  switch i32 %.309, label %B92.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.if:                   ; preds = %B92.endif.endif.endif.endif
  %.317 = icmp sgt i32 %.309, 0
  %.310 = load ptr, ptr %excinfo.5, align 8
  %.318 = select i1 %.317, ptr %.310, ptr undef
  store ptr %.318, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif:                ; preds = %B92.endif.endif.endif.endif, %B92.endif.endif.endif.endif
  store i64 0, ptr %.333, align 8
  %.fca.1.gep29 = getelementptr inbounds nuw i8, ptr %.333, i64 8
  store i64 0, ptr %.fca.1.gep29, align 8
  %.337 = call i32 @passes._following.9(ptr nonnull %.333, ptr nonnull %excinfo.6, i64 %.288.fca.0.load, i64 %.288.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.347.fca.0.load = load i64, ptr %.333, align 8
  %.347.fca.1.gep = getelementptr inbounds nuw i8, ptr %.333, i64 8
  %.347.fca.1.load = load i64, ptr %.347.fca.1.gep, align 8
  switch i32 %.337, label %B92.endif.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.endif.if:             ; preds = %B92.endif.endif.endif.endif.endif
  %.345 = icmp sgt i32 %.337, 0
  %.338 = load ptr, ptr %excinfo.6, align 8
  %.346 = select i1 %.345, ptr %.338, ptr undef
  store ptr %.346, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif.endif:          ; preds = %B92.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.362, align 64
  %.368 = call i32 @passes._dot.8(ptr nonnull %.362, ptr nonnull %excinfo.7, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.347.fca.0.load, i64 %.347.fca.1.load, i64 %arg.width)
  %.378 = load <16 x float>, ptr %.362, align 64
  switch i32 %.368, label %B92.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.endif.endif.if:       ; preds = %B92.endif.endif.endif.endif.endif.endif
  %.376 = icmp sgt i32 %.368, 0
  %.369 = load ptr, ptr %excinfo.7, align 8
  %.377 = select i1 %.376, ptr %.369, ptr undef
  store ptr %.377, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif.endif.endif:    ; preds = %B92.endif.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif.endif
  store i64 0, ptr %.392, align 8
  %.fca.1.gep25 = getelementptr inbounds nuw i8, ptr %.392, i64 8
  store i64 0, ptr %.fca.1.gep25, align 8
  %.396 = call i32 @passes._following.9(ptr nonnull %.392, ptr nonnull %excinfo.8, i64 %.347.fca.0.load, i64 %.347.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.406.fca.0.load = load i64, ptr %.392, align 8
  %.406.fca.1.gep = getelementptr inbounds nuw i8, ptr %.392, i64 8
  %.406.fca.1.load = load i64, ptr %.406.fca.1.gep, align 8
  switch i32 %.396, label %B92.endif.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.endif.endif.endif.endif.if: ; preds = %B92.endif.endif.endif.endif.endif.endif.endif
  %.404 = icmp sgt i32 %.396, 0
  %.397 = load ptr, ptr %excinfo.8, align 8
  %.405 = select i1 %.404, ptr %.397, ptr undef
  store ptr %.405, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.endif.endif.endif.endif.endif: ; preds = %B92.endif.endif.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.421, align 64
  %.427 = call i32 @passes._dot.8(ptr nonnull %.421, ptr nonnull %excinfo.9, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.406.fca.0.load, i64 %.406.fca.1.load, i64 %arg.width)
  %.437 = load <16 x float>, ptr %.421, align 64
  switch i32 %.427, label %B92.endif.endif.endif.end...if [
    i32 -2, label %B92.endif.endif.endif.end...endif
    i32 0, label %B92.endif.endif.endif.end...endif
  ], !prof !0

B92.endif.endif.endif.end...if:                   ; preds = %B92.endif.endif.endif.endif.endif.endif.endif.endif
  %.435 = icmp sgt i32 %.427, 0
  %.428 = load ptr, ptr %excinfo.9, align 8
  %.436 = select i1 %.435, ptr %.428, ptr undef
  store ptr %.436, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif:                ; preds = %B92.endif.endif.endif.endif.endif.endif.endif.endif, %B92.endif.endif.endif.endif.endif.endif.endif.endif
  store i64 0, ptr %.451, align 8
  %.fca.1.gep21 = getelementptr inbounds nuw i8, ptr %.451, i64 8
  store i64 0, ptr %.fca.1.gep21, align 8
  %.455 = call i32 @passes._following.9(ptr nonnull %.451, ptr nonnull %excinfo.10, i64 %.406.fca.0.load, i64 %.406.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.465.fca.0.load = load i64, ptr %.451, align 8
  %.465.fca.1.gep = getelementptr inbounds nuw i8, ptr %.451, i64 8
  %.465.fca.1.load = load i64, ptr %.465.fca.1.gep, align 8
  switch i32 %.455, label %B92.endif.endif.endif.end...endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.if:             ; preds = %B92.endif.endif.endif.end...endif
  %.463 = icmp sgt i32 %.455, 0
  %.456 = load ptr, ptr %excinfo.10, align 8
  %.464 = select i1 %.463, ptr %.456, ptr undef
  store ptr %.464, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.endif:          ; preds = %B92.endif.endif.endif.end...endif, %B92.endif.endif.endif.end...endif
  store <16 x float> zeroinitializer, ptr %.480, align 64
  %.486 = call i32 @passes._dot.8(ptr nonnull %.480, ptr nonnull %excinfo.11, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.465.fca.0.load, i64 %.465.fca.1.load, i64 %arg.width)
  %.496 = load <16 x float>, ptr %.480, align 64
  switch i32 %.486, label %B92.endif.endif.endif.end...endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.endif.if:       ; preds = %B92.endif.endif.endif.end...endif.endif
  %.494 = icmp sgt i32 %.486, 0
  %.487 = load ptr, ptr %excinfo.11, align 8
  %.495 = select i1 %.494, ptr %.487, ptr undef
  store ptr %.495, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.endif.endif:    ; preds = %B92.endif.endif.endif.end...endif.endif, %B92.endif.endif.endif.end...endif.endif
  store i64 0, ptr %.510, align 8
  %.fca.1.gep17 = getelementptr inbounds nuw i8, ptr %.510, i64 8
  store i64 0, ptr %.fca.1.gep17, align 8
  %.514 = call i32 @passes._following.9(ptr nonnull %.510, ptr nonnull %excinfo.12, i64 %.465.fca.0.load, i64 %.465.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.524.fca.0.load = load i64, ptr %.510, align 8
  %.524.fca.1.gep = getelementptr inbounds nuw i8, ptr %.510, i64 8
  %.524.fca.1.load = load i64, ptr %.524.fca.1.gep, align 8
  switch i32 %.514, label %B92.endif.endif.endif.end...endif.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.endif.endif.if: ; preds = %B92.endif.endif.endif.end...endif.endif.endif
  %.522 = icmp sgt i32 %.514, 0
  %.515 = load ptr, ptr %excinfo.12, align 8
  %.523 = select i1 %.522, ptr %.515, ptr undef
  store ptr %.523, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.endif.endif.endif: ; preds = %B92.endif.endif.endif.end...endif.endif.endif, %B92.endif.endif.endif.end...endif.endif.endif
  store <16 x float> zeroinitializer, ptr %.539, align 64
  %.545 = call i32 @passes._dot.8(ptr nonnull %.539, ptr nonnull %excinfo.13, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.524.fca.0.load, i64 %.524.fca.1.load, i64 %arg.width)
  %.555 = load <16 x float>, ptr %.539, align 64
  switch i32 %.545, label %B92.endif.endif.endif.end...if.1 [
    i32 -2, label %B92.endif.endif.endif.end...endif.1
    i32 0, label %B92.endif.endif.endif.end...endif.1
  ], !prof !0

B92.endif.endif.endif.end...if.1:                 ; preds = %B92.endif.endif.endif.end...endif.endif.endif.endif
  %.553 = icmp sgt i32 %.545, 0
  %.546 = load ptr, ptr %excinfo.13, align 8
  %.554 = select i1 %.553, ptr %.546, ptr undef
  store ptr %.554, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1:              ; preds = %B92.endif.endif.endif.end...endif.endif.endif.endif, %B92.endif.endif.endif.end...endif.endif.endif.endif
  store i64 0, ptr %.569, align 8
  %.fca.1.gep13 = getelementptr inbounds nuw i8, ptr %.569, i64 8
  store i64 0, ptr %.fca.1.gep13, align 8
  %.573 = call i32 @passes._following.9(ptr nonnull %.569, ptr nonnull %excinfo.14, i64 %.524.fca.0.load, i64 %.524.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.583.fca.0.load = load i64, ptr %.569, align 8
  %.583.fca.1.gep = getelementptr inbounds nuw i8, ptr %.569, i64 8
  %.583.fca.1.load = load i64, ptr %.583.fca.1.gep, align 8
  switch i32 %.573, label %B92.endif.endif.endif.end...endif.1.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.1.endif
    i32 0, label %B92.endif.endif.endif.end...endif.1.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.1.if:           ; preds = %B92.endif.endif.endif.end...endif.1
  %.581 = icmp sgt i32 %.573, 0
  %.574 = load ptr, ptr %excinfo.14, align 8
  %.582 = select i1 %.581, ptr %.574, ptr undef
  store ptr %.582, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1.endif:        ; preds = %B92.endif.endif.endif.end...endif.1, %B92.endif.endif.endif.end...endif.1
  store <16 x float> zeroinitializer, ptr %.598, align 64
  %.604 = call i32 @passes._dot.8(ptr nonnull %.598, ptr nonnull %excinfo.15, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.583.fca.0.load, i64 %.583.fca.1.load, i64 %arg.width)
  %.614 = load <16 x float>, ptr %.598, align 64
  switch i32 %.604, label %B92.endif.endif.endif.end...endif.1.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.1.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.1.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.1.endif.if:     ; preds = %B92.endif.endif.endif.end...endif.1.endif
  %.612 = icmp sgt i32 %.604, 0
  %.605 = load ptr, ptr %excinfo.15, align 8
  %.613 = select i1 %.612, ptr %.605, ptr undef
  store ptr %.613, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1.endif.endif:  ; preds = %B92.endif.endif.endif.end...endif.1.endif, %B92.endif.endif.endif.end...endif.1.endif
  store i64 0, ptr %.628, align 8
  %.fca.1.gep9 = getelementptr inbounds nuw i8, ptr %.628, i64 8
  store i64 0, ptr %.fca.1.gep9, align 8
  %.632 = call i32 @passes._following.9(ptr nonnull %.628, ptr nonnull %excinfo.16, i64 %.583.fca.0.load, i64 %.583.fca.1.load, i64 %arg.entry, i64 %.43, i64 %arg.width)
  %.642.fca.0.load = load i64, ptr %.628, align 8
  %.642.fca.1.gep = getelementptr inbounds nuw i8, ptr %.628, i64 8
  %.642.fca.1.load = load i64, ptr %.642.fca.1.gep, align 8
  switch i32 %.632, label %B92.endif.endif.endif.end...endif.1.endif.endif.if [
    i32 -2, label %B92.endif.endif.endif.end...endif.1.endif.endif.endif
    i32 0, label %B92.endif.endif.endif.end...endif.1.endif.endif.endif
  ], !prof !0

B92.endif.endif.endif.end...endif.1.endif.endif.if: ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif
  %.640 = icmp sgt i32 %.632, 0
  %.633 = load ptr, ptr %excinfo.16, align 8
  %.641 = select i1 %.640, ptr %.633, ptr undef
  store ptr %.641, ptr %excinfo, align 8
  br label %common.ret

B92.endif.endif.endif.end...endif.1.endif.endif.endif: ; preds = %B92.endif.endif.endif.end...endif.1.endif.endif, %B92.endif.endif.endif.end...endif.1.endif.endif
  %.661 = sub nsw i64 %.38, %.146
  %.663 = shufflevector <16 x float> %.199, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.664 = shufflevector <16 x float> %.199, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.665 = fadd nsz contract <8 x float> %.663, %.664
  %.666 = shufflevector <16 x float> %.260, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.667 = shufflevector <16 x float> %.260, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.668 = fadd nsz contract <8 x float> %.666, %.667
  %.669 = shufflevector <16 x float> %.319, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.670 = shufflevector <16 x float> %.319, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.671 = fadd nsz contract <8 x float> %.669, %.670
  %.672 = shufflevector <16 x float> %.378, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.673 = shufflevector <16 x float> %.378, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.674 = fadd nsz contract <8 x float> %.672, %.673
  %.675 = shufflevector <16 x float> %.437, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.676 = shufflevector <16 x float> %.437, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.677 = fadd nsz contract <8 x float> %.675, %.676
  %.678 = shufflevector <16 x float> %.496, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.679 = shufflevector <16 x float> %.496, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.680 = fadd nsz contract <8 x float> %.678, %.679
  %.681 = shufflevector <16 x float> %.555, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.682 = shufflevector <16 x float> %.555, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.683 = fadd nsz contract <8 x float> %.681, %.682
  %.684 = shufflevector <16 x float> %.614, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.685 = shufflevector <16 x float> %.614, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.686 = fadd nsz contract <8 x float> %.684, %.685
  %.687 = shufflevector <8 x float> %.665, <8 x float> %.668, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.688 = shufflevector <8 x float> %.665, <8 x float> %.668, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.689 = fadd nsz contract <8 x float> %.687, %.688
  %.690 = shufflevector <8 x float> %.671, <8 x float> %.674, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.691 = shufflevector <8 x float> %.671, <8 x float> %.674, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.692 = fadd nsz contract <8 x float> %.690, %.691
  %.693 = shufflevector <8 x float> %.677, <8 x float> %.680, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.694 = shufflevector <8 x float> %.677, <8 x float> %.680, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.695 = fadd nsz contract <8 x float> %.693, %.694
  %.696 = shufflevector <8 x float> %.683, <8 x float> %.686, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.697 = shufflevector <8 x float> %.683, <8 x float> %.686, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.698 = fadd nsz contract <8 x float> %.696, %.697
  %.699 = shufflevector <8 x float> %.689, <8 x float> %.692, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.700 = shufflevector <8 x float> %.689, <8 x float> %.692, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.701 = fadd nsz contract <8 x float> %.699, %.700
  %.702 = shufflevector <8 x float> %.695, <8 x float> %.698, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.703 = shufflevector <8 x float> %.695, <8 x float> %.698, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.704 = fadd nsz contract <8 x float> %.702, %.703
  %.705 = shufflevector <8 x float> %.701, <8 x float> %.704, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %.706 = shufflevector <8 x float> %.701, <8 x float> %.704, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %.707 = fadd nsz contract <8 x float> %.705, %.706
  %.708 = insertelement <8 x i64> poison, i64 %.661, i64 0
  %.709 = shufflevector <8 x i64> %.708, <8 x i64> poison, <8 x i32> zeroinitializer
  %.710 = icmp sgt <8 x i64> %.709, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %.711 = select <8 x i1> %.710, <8 x float> %.707, <8 x float> zeroinitializer
  %1 = getelementptr float, ptr %arg.gradient.4, i64 %arg.weight
  %.718 = getelementptr float, ptr %1, i64 %.146
  %.720 = load <8 x float>, ptr %.718, align 4
  %.721 = fadd nsz contract <8 x float> %.720, %.711
  store <8 x float> %.721, ptr %.718, align 4
  br label %B88
}

; Function Attrs: alwaysinline
define internal i32 @passes._biases_gradient.5(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.gradient.0, ptr %arg.gradient.1, i64 %arg.gradient.2, i64 %arg.gradient.3, ptr %arg.gradient.4, i64 %arg.gradient.5.0, i64 %arg.gradient.6.0, i64 %arg.deltas, i64 %arg.bias, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.62 = alloca i64, align 8
  store i64 0, ptr %.62, align 8
  %.65 = alloca i64, align 8
  store i64 0, ptr %.65, align 8
  %.169 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.169, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.200 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.200, align 64
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.232 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.232, align 64
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  %.264 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.264, align 64
  %excinfo.4 = alloca ptr, align 8
  store ptr null, ptr %excinfo.4, align 8
  %.296 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.296, align 64
  %excinfo.5 = alloca ptr, align 8
  store ptr null, ptr %excinfo.5, align 8
  %.328 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.328, align 64
  %excinfo.6 = alloca ptr, align 8
  store ptr null, ptr %excinfo.6, align 8
  %.360 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.360, align 64
  %excinfo.7 = alloca ptr, align 8
  store ptr null, ptr %excinfo.7, align 8
  %.392 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.392, align 64
  %excinfo.8 = alloca ptr, align 8
  store ptr null, ptr %excinfo.8, align 8
  store i64 0, ptr %.62, align 8
  %.76 = icmp slt i64 %arg.count, 1
  %0 = add nuw i64 %arg.count, 7
  %.99 = lshr i64 %0, 3
  %storemerge = select i1 %.76, i64 0, i64 %.99
  store i64 %storemerge, ptr %.65, align 8
  br label %B48

B48:                                              ; preds = %B50.endif.endif.endif.endif.endif.endif.endif.endif, %entry
  %.119 = load i64, ptr %.65, align 8
  %.120 = icmp sgt i64 %.119, 0
  br i1 %.120, label %B48.if, label %B450

common.ret:                                       ; preds = %B50.endif.endif.endif.endif.endif.endif.endif.if, %B50.endif.endif.endif.endif.endif.endif.if, %B50.endif.endif.endif.endif.endif.if, %B50.endif.endif.endif.endif.if, %B50.endif.endif.endif.if, %B50.endif.endif.if, %B50.endif.if, %B50.if, %B450
  %common.ret.op = phi i32 [ 0, %B450 ], [ %.398, %B50.endif.endif.endif.endif.endif.endif.endif.if ], [ %.366, %B50.endif.endif.endif.endif.endif.endif.if ], [ %.175, %B50.if ], [ %.206, %B50.endif.if ], [ %.238, %B50.endif.endif.if ], [ %.270, %B50.endif.endif.endif.if ], [ %.302, %B50.endif.endif.endif.endif.if ], [ %.334, %B50.endif.endif.endif.endif.endif.if ]
  ret i32 %common.ret.op

B450:                                             ; preds = %B48
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B48.if:                                           ; preds = %B48
  %.126 = load i64, ptr %.62, align 8
  %.129 = add nsw i64 %.119, -1
  store i64 %.129, ptr %.65, align 8
  %.133 = add i64 %.126, 8
  store i64 %.133, ptr %.62, align 8
  %.159 = shl nsw i64 %.126, 4
  %.161 = add nsw i64 %arg.deltas, %.159
  %.165 = sub nsw i64 %arg.count, %.126
  store <16 x float> zeroinitializer, ptr %.169, align 64
  %.175 = call i32 @passes._whole.7(ptr nonnull %.169, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.161, i64 %arg.width)
  %.185 = load <16 x float>, ptr %.169, align 64
  switch i32 %.175, label %B50.if [
    i32 -2, label %B50.endif
    i32 0, label %B50.endif
  ], !prof !0

B50.if:                                           ; preds = %B48.if
  %.183 = icmp sgt i32 %.175, 0
  %.176 = load ptr, ptr %excinfo.1, align 8
  %.184 = select i1 %.183, ptr %.176, ptr undef
  store ptr %.184, ptr %excinfo, align 8
  br label %common.ret

B50.endif:                                        ; preds = %B48.if, %B48.if
  %.197 = add nsw i64 %.161, 16
  store <16 x float> zeroinitializer, ptr %.200, align 64
  %.206 = call i32 @passes._whole.7(ptr nonnull %.200, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.197, i64 %arg.width)
  %.216 = load <16 x float>, ptr %.200, align 64
  switch i32 %.206, label %B50.endif.if [
    i32 -2, label %B50.endif.endif
    i32 0, label %B50.endif.endif
  ], !prof !0

B50.endif.if:                                     ; preds = %B50.endif
  %.214 = icmp sgt i32 %.206, 0
  %.207 = load ptr, ptr %excinfo.2, align 8
  %.215 = select i1 %.214, ptr %.207, ptr undef
  store ptr %.215, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif:                                  ; preds = %B50.endif, %B50.endif
  %.229 = add nsw i64 %.161, 32
  store <16 x float> zeroinitializer, ptr %.232, align 64
  %.238 = call i32 @passes._whole.7(ptr nonnull %.232, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.229, i64 %arg.width)
  %.248 = load <16 x float>, ptr %.232, align 64
  switch i32 %.238, label %B50.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif
    i32 0, label %B50.endif.endif.endif
  ], !prof !0

B50.endif.endif.if:                               ; preds = %B50.endif.endif
  %.246 = icmp sgt i32 %.238, 0
  %.239 = load ptr, ptr %excinfo.3, align 8
  %.247 = select i1 %.246, ptr %.239, ptr undef
  store ptr %.247, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif:                            ; preds = %B50.endif.endif, %B50.endif.endif
  %.261 = add nsw i64 %.161, 48
  store <16 x float> zeroinitializer, ptr %.264, align 64
  %.270 = call i32 @passes._whole.7(ptr nonnull %.264, ptr nonnull %excinfo.4, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.261, i64 %arg.width)
  %.280 = load <16 x float>, ptr %.264, align 64
  switch i32 %.270, label %B50.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.if:                         ; preds = %B50.endif.endif.endif
  %.278 = icmp sgt i32 %.270, 0
  %.271 = load ptr, ptr %excinfo.4, align 8
  %.279 = select i1 %.278, ptr %.271, ptr undef
  store ptr %.279, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif:                      ; preds = %B50.endif.endif.endif, %B50.endif.endif.endif
  %.293 = add nsw i64 %.161, 64
  store <16 x float> zeroinitializer, ptr %.296, align 64
  %.302 = call i32 @passes._whole.7(ptr nonnull %.296, ptr nonnull %excinfo.5, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.293, i64 %arg.width)
  %.312 = load <16 x float>, ptr %.296, align 64
  switch i32 %.302, label %B50.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.if:                   ; preds = %B50.endif.endif.endif.endif
  %.310 = icmp sgt i32 %.302, 0
  %.303 = load ptr, ptr %excinfo.5, align 8
  %.311 = select i1 %.310, ptr %.303, ptr undef
  store ptr %.311, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif:                ; preds = %B50.endif.endif.endif.endif, %B50.endif.endif.endif.endif
  %.325 = add nsw i64 %.161, 80
  store <16 x float> zeroinitializer, ptr %.328, align 64
  %.334 = call i32 @passes._whole.7(ptr nonnull %.328, ptr nonnull %excinfo.6, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.325, i64 %arg.width)
  %.344 = load <16 x float>, ptr %.328, align 64
  switch i32 %.334, label %B50.endif.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.endif.if:             ; preds = %B50.endif.endif.endif.endif.endif
  %.342 = icmp sgt i32 %.334, 0
  %.335 = load ptr, ptr %excinfo.6, align 8
  %.343 = select i1 %.342, ptr %.335, ptr undef
  store ptr %.343, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif.endif:          ; preds = %B50.endif.endif.endif.endif.endif, %B50.endif.endif.endif.endif.endif
  %.357 = add nsw i64 %.161, 96
  store <16 x float> zeroinitializer, ptr %.360, align 64
  %.366 = call i32 @passes._whole.7(ptr nonnull %.360, ptr nonnull %excinfo.7, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.357, i64 %arg.width)
  %.376 = load <16 x float>, ptr %.360, align 64
  switch i32 %.366, label %B50.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.endif.endif.if:       ; preds = %B50.endif.endif.endif.endif.endif.endif
  %.374 = icmp sgt i32 %.366, 0
  %.367 = load ptr, ptr %excinfo.7, align 8
  %.375 = select i1 %.374, ptr %.367, ptr undef
  store ptr %.375, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif.endif.endif:    ; preds = %B50.endif.endif.endif.endif.endif.endif, %B50.endif.endif.endif.endif.endif.endif
  %.389 = add nsw i64 %.161, 112
  store <16 x float> zeroinitializer, ptr %.392, align 64
  %.398 = call i32 @passes._whole.7(ptr nonnull %.392, ptr nonnull %excinfo.8, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.389, i64 %arg.width)
  %.408 = load <16 x float>, ptr %.392, align 64
  switch i32 %.398, label %B50.endif.endif.endif.endif.endif.endif.endif.if [
    i32 -2, label %B50.endif.endif.endif.endif.endif.endif.endif.endif
    i32 0, label %B50.endif.endif.endif.endif.endif.endif.endif.endif
  ], !prof !0

B50.endif.endif.endif.endif.endif.endif.endif.if: ; preds = %B50.endif.endif.endif.endif.endif.endif.endif
  %.406 = icmp sgt i32 %.398, 0
  %.399 = load ptr, ptr %excinfo.8, align 8
  %.407 = select i1 %.406, ptr %.399, ptr undef
  store ptr %.407, ptr %excinfo, align 8
  br label %common.ret

B50.endif.endif.endif.endif.endif.endif.endif.endif: ; preds = %B50.endif.endif.endif.endif.endif.endif.endif, %B50.endif.endif.endif.endif.endif.endif.endif
  %.419 = shufflevector <16 x float> %.185, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.420 = shufflevector <16 x float> %.185, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.421 = fadd nsz contract <8 x float> %.419, %.420
  %.422 = shufflevector <16 x float> %.216, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.423 = shufflevector <16 x float> %.216, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.424 = fadd nsz contract <8 x float> %.422, %.423
  %.425 = shufflevector <16 x float> %.248, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.426 = shufflevector <16 x float> %.248, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.427 = fadd nsz contract <8 x float> %.425, %.426
  %.428 = shufflevector <16 x float> %.280, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.429 = shufflevector <16 x float> %.280, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.430 = fadd nsz contract <8 x float> %.428, %.429
  %.431 = shufflevector <16 x float> %.312, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.432 = shufflevector <16 x float> %.312, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.433 = fadd nsz contract <8 x float> %.431, %.432
  %.434 = shufflevector <16 x float> %.344, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.435 = shufflevector <16 x float> %.344, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.436 = fadd nsz contract <8 x float> %.434, %.435
  %.437 = shufflevector <16 x float> %.376, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.438 = shufflevector <16 x float> %.376, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.439 = fadd nsz contract <8 x float> %.437, %.438
  %.440 = shufflevector <16 x float> %.408, <16 x float> poison, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 4, i32 5, i32 6, i32 7>
  %.441 = shufflevector <16 x float> %.408, <16 x float> poison, <8 x i32> <i32 8, i32 9, i32 10, i32 11, i32 12, i32 13, i32 14, i32 15>
  %.442 = fadd nsz contract <8 x float> %.440, %.441
  %.443 = shufflevector <8 x float> %.421, <8 x float> %.424, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.444 = shufflevector <8 x float> %.421, <8 x float> %.424, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.445 = fadd nsz contract <8 x float> %.443, %.444
  %.446 = shufflevector <8 x float> %.427, <8 x float> %.430, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.447 = shufflevector <8 x float> %.427, <8 x float> %.430, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.448 = fadd nsz contract <8 x float> %.446, %.447
  %.449 = shufflevector <8 x float> %.433, <8 x float> %.436, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.450 = shufflevector <8 x float> %.433, <8 x float> %.436, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.451 = fadd nsz contract <8 x float> %.449, %.450
  %.452 = shufflevector <8 x float> %.439, <8 x float> %.442, <8 x i32> <i32 0, i32 8, i32 2, i32 10, i32 4, i32 12, i32 6, i32 14>
  %.453 = shufflevector <8 x float> %.439, <8 x float> %.442, <8 x i32> <i32 1, i32 9, i32 3, i32 11, i32 5, i32 13, i32 7, i32 15>
  %.454 = fadd nsz contract <8 x float> %.452, %.453
  %.455 = shufflevector <8 x float> %.445, <8 x float> %.448, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.456 = shufflevector <8 x float> %.445, <8 x float> %.448, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.457 = fadd nsz contract <8 x float> %.455, %.456
  %.458 = shufflevector <8 x float> %.451, <8 x float> %.454, <8 x i32> <i32 0, i32 1, i32 8, i32 9, i32 4, i32 5, i32 12, i32 13>
  %.459 = shufflevector <8 x float> %.451, <8 x float> %.454, <8 x i32> <i32 2, i32 3, i32 10, i32 11, i32 6, i32 7, i32 14, i32 15>
  %.460 = fadd nsz contract <8 x float> %.458, %.459
  %.461 = shufflevector <8 x float> %.457, <8 x float> %.460, <8 x i32> <i32 0, i32 1, i32 2, i32 3, i32 8, i32 9, i32 10, i32 11>
  %.462 = shufflevector <8 x float> %.457, <8 x float> %.460, <8 x i32> <i32 4, i32 5, i32 6, i32 7, i32 12, i32 13, i32 14, i32 15>
  %.463 = fadd nsz contract <8 x float> %.461, %.462
  %.464 = insertelement <8 x i64> poison, i64 %.165, i64 0
  %.465 = shufflevector <8 x i64> %.464, <8 x i64> poison, <8 x i32> zeroinitializer
  %.466 = icmp sgt <8 x i64> %.465, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7>
  %.467 = select <8 x i1> %.466, <8 x float> %.463, <8 x float> zeroinitializer
  %1 = getelementptr float, ptr %arg.gradient.4, i64 %arg.bias
  %.474 = getelementptr float, ptr %1, i64 %.126
  %.476 = load <8 x float>, ptr %.474, align 4
  %.477 = fadd nsz contract <8 x float> %.476, %.467
  store <8 x float> %.477, ptr %.474, align 4
  br label %B48
}

; Function Attrs: alwaysinline
define internal i32 @passes._pass_back.6(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.gains, i64 %arg.deltas, i64 %arg.weight, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
entry:
  %.68 = alloca i64, align 8
  store i64 0, ptr %.68, align 8
  %.71 = alloca i64, align 8
  store i64 0, ptr %.71, align 8
  %.191 = alloca i64, align 8
  store i64 0, ptr %.191, align 8
  %.194 = alloca i64, align 8
  store i64 0, ptr %.194, align 8
  %.343 = alloca i64, align 8
  store i64 0, ptr %.343, align 8
  %.346 = alloca i64, align 8
  store i64 0, ptr %.346, align 8
  store i64 0, ptr %.68, align 8
  %.82 = icmp slt i64 %arg.inputs, 1
  %storemerge = select i1 %.82, i64 0, i64 %arg.inputs
  store i64 %storemerge, ptr %.71, align 8
  br label %B34

B34:                                              ; preds = %B82, %entry
  %.125 = load i64, ptr %.71, align 8
  %.126 = icmp sgt i64 %.125, 0
  br i1 %.126, label %B34.if, label %B418

B82:                                              ; preds = %B34.if, %B362
  %.246 = load i64, ptr %.194, align 8
  %.247 = icmp sgt i64 %.246, 0
  br i1 %.247, label %B82.if, label %B34

B222:                                             ; preds = %B222.if, %B82.if
  %whole.2.2 = phi <16 x float> [ %.315, %B82.if ], [ %.472, %B222.if ]
  %.398 = load i64, ptr %.346, align 8
  %.399 = icmp sgt i64 %.398, 0
  br i1 %.399, label %B222.if, label %B362

B362:                                             ; preds = %B222
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.gains
  %.idx = shl i64 %.132, 6
  %1 = getelementptr i8, ptr %0, i64 %.idx
  %.497 = getelementptr float, ptr %1, i64 %.253
  store <16 x float> %whole.2.2, ptr %.497, align 4
  br label %B82

B418:                                             ; preds = %B34
  store ptr null, ptr %retptr, align 8
  ret i32 0

B34.if:                                           ; preds = %B34
  %.132 = load i64, ptr %.68, align 8
  %.135 = add nsw i64 %.125, -1
  store i64 %.135, ptr %.71, align 8
  %.139 = add i64 %.132, 1
  store i64 %.139, ptr %.68, align 8
  store i64 0, ptr %.191, align 8
  store i64 1, ptr %.194, align 8
  br label %B82

B82.if:                                           ; preds = %B82
  %.253 = load i64, ptr %.191, align 8
  %.256 = add nsw i64 %.246, -1
  store i64 %.256, ptr %.194, align 8
  %.260 = add i64 %.253, 16
  store i64 %.260, ptr %.191, align 8
  %2 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %.298 = getelementptr float, ptr %2, i64 %.253
  %.300 = load <16 x float>, ptr %.298, align 4
  %3 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %.311 = getelementptr float, ptr %3, i64 %.132
  %.312 = load float, ptr %.311, align 4
  %.313 = insertelement <16 x float> poison, float %.312, i64 0
  %.314 = shufflevector <16 x float> %.313, <16 x float> poison, <16 x i32> zeroinitializer
  %.315 = fmul contract <16 x float> %.300, %.314
  store i64 1, ptr %.343, align 8
  %.356 = add i64 %arg.count, -1
  %.357 = icmp slt i64 %.356, 1
  %storemerge194 = select i1 %.357, i64 0, i64 %.356
  store i64 %storemerge194, ptr %.346, align 8
  br label %B222

B222.if:                                          ; preds = %B222
  %.405 = load i64, ptr %.343, align 8
  %.408 = add nsw i64 %.398, -1
  store i64 %.408, ptr %.346, align 8
  %.412 = add i64 %.405, 1
  store i64 %.412, ptr %.343, align 8
  %4 = getelementptr float, ptr %arg.work.4, i64 %arg.deltas
  %.idx195 = shl i64 %.405, 6
  %5 = getelementptr i8, ptr %4, i64 %.idx195
  %.450 = getelementptr float, ptr %5, i64 %.253
  %.452 = load <16 x float>, ptr %.450, align 4
  %.454 = mul nsw i64 %.405, %arg.inputs
  %6 = getelementptr float, ptr %arg.flat.4, i64 %arg.weight
  %7 = getelementptr float, ptr %6, i64 %.454
  %.466 = getelementptr float, ptr %7, i64 %.132
  %.467 = load float, ptr %.466, align 4
  %.468 = insertelement <16 x float> poison, float %.467, i64 0
  %.469 = shufflevector <16 x float> %.468, <16 x float> poison, <16 x i32> zeroinitializer
  %.470 = fmul contract <16 x float> %.452, %.469
  %.472 = fadd contract <16 x float> %whole.2.2, %.470
  br label %B222
}

; Function Attrs: alwaysinline
define internal i32 @passes._whole.7(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.row, i64 %arg.width) #0 {
entry:
  %.56 = alloca i64, align 8
  store i64 0, ptr %.56, align 8
  %.59 = alloca i64, align 8
  store i64 0, ptr %.59, align 8
  %.27 = getelementptr inbounds float, ptr %arg.work.4, i64 %arg.row
  %.29 = load <16 x float>, ptr %.27, align 4
  store i64 16, ptr %.56, align 8
  store i64 0, ptr %.59, align 8
  br label %B90

B90:                                              ; preds = %B90.if, %entry
  %whole.2.0 = phi <16 x float> [ %.29, %entry ], [ %.165, %B90.if ]
  %.113 = load i64, ptr %.59, align 8
  %.114 = icmp sgt i64 %.113, 0
  br i1 %.114, label %B90.if, label %B140

B140:                                             ; preds = %B90
  store <16 x float> %whole.2.0, ptr %retptr, align 64
  ret i32 0

B90.if:                                           ; preds = %B90
  %.120 = load i64, ptr %.56, align 8
  %.123 = add nsw i64 %.113, -1
  store i64 %.123, ptr %.59, align 8
  %.127 = add i64 %.120, 16
  store i64 %.127, ptr %.56, align 8
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.row
  %.161 = getelementptr float, ptr %0, i64 %.120
  %.163 = load <16 x float>, ptr %.161, align 4
  %.165 = fadd contract <16 x float> %whole.2.0, %.163
  br label %B90
}

; Function Attrs: alwaysinline
define internal i32 @passes._dot.8(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.delta, i64 %arg.x, i64 %arg.width) #0 {
entry:
  %.71 = alloca i64, align 8
  store i64 0, ptr %.71, align 8
  %.74 = alloca i64, align 8
  store i64 0, ptr %.74, align 8
  %.30 = getelementptr inbounds float, ptr %arg.work.4, i64 %arg.delta
  %.32 = load <16 x float>, ptr %.30, align 4
  %.41 = getelementptr inbounds float, ptr %arg.work.4, i64 %arg.x
  %.43 = load <16 x float>, ptr %.41, align 4
  %.44 = fmul contract <16 x float> %.32, %.43
  store i64 16, ptr %.71, align 8
  store i64 0, ptr %.74, align 8
  br label %B124

B124:                                             ; preds = %B124.if, %entry
  %whole.2.0 = phi <16 x float> [ %.44, %entry ], [ %.193, %B124.if ]
  %.128 = load i64, ptr %.74, align 8
  %.129 = icmp sgt i64 %.128, 0
  br i1 %.129, label %B124.if, label %B214

B214:                                             ; preds = %B124
  store <16 x float> %whole.2.0, ptr %retptr, align 64
  ret i32 0

B124.if:                                          ; preds = %B124
  %.135 = load i64, ptr %.71, align 8
  %.138 = add nsw i64 %.128, -1
  store i64 %.138, ptr %.74, align 8
  %.142 = add i64 %.135, 16
  store i64 %.142, ptr %.71, align 8
  %0 = getelementptr float, ptr %arg.work.4, i64 %arg.delta
  %.176 = getelementptr float, ptr %0, i64 %.135
  %.178 = load <16 x float>, ptr %.176, align 4
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.x
  %.188 = getelementptr float, ptr %1, i64 %.135
  %.190 = load <16 x float>, ptr %.188, align 4
  %.191 = fmul contract <16 x float> %.178, %.190
  %.193 = fadd contract <16 x float> %whole.2.0, %.191
  br label %B124
}

; Function Attrs: alwaysinline
define internal i32 @passes._following.9(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.delta, i64 %arg.x, i64 %arg.first, i64 %arg.last, i64 %arg.width) #0 {
entry:
  %.18 = icmp eq i64 %arg.x, %arg.last
  %.24 = add nsw i64 %arg.delta, 16
  %.42 = add nsw i64 %arg.x, 16
  %"$phi42.0.2.sroa.8.0" = select i1 %.18, i64 %arg.first, i64 %.42
  %"$phi42.0.2.sroa.0.0" = select i1 %.18, i64 %.24, i64 %arg.delta
  store i64 %"$phi42.0.2.sroa.0.0", ptr %retptr, align 8
  %retptr.repack20 = getelementptr inbounds nuw i8, ptr %retptr, i64 8
  store i64 %"$phi42.0.2.sroa.8.0", ptr %retptr.repack20, align 8
  ret i32 0
}

; Function Attrs: alwaysinline
define internal i32 @losses._surprise(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.values, i64 %arg.targets, i64 %arg.gradients, i64 %arg.units, i64 %arg.width, i64 %arg.batch) #0 {
entry:
  %.57 = alloca i64, align 8
  store i64 0, ptr %.57, align 8
  %.60 = alloca i64, align 8
  store i64 0, ptr %.60, align 8
  %.197 = alloca i64, align 8
  store i64 0, ptr %.197, align 8
  %.200 = alloca i64, align 8
  store i64 0, ptr %.200, align 8
  %.349 = alloca i64, align 8
  store i64 0, ptr %.349, align 8
  %.352 = alloca i64, align 8
  store i64 0, ptr %.352, align 8
  %.462 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.462, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.537 = alloca i64, align 8
  store i64 0, ptr %.537, align 8
  %.540 = alloca i64, align 8
  store i64 0, ptr %.540, align 8
  store i64 0, ptr %.57, align 8
  %.71 = icmp slt i64 %arg.width, 1
  %0 = add nuw i64 %arg.width, 15
  %.94 = lshr i64 %0, 4
  %storemerge = select i1 %.71, i64 0, i64 %.94
  store i64 %storemerge, ptr %.60, align 8
  br label %B48

B48:                                              ; preds = %B464, %entry
  %.115 = load i64, ptr %.60, align 8
  %.116 = icmp sgt i64 %.115, 0
  br i1 %.116, label %B50.if, label %B622

B124:                                             ; preds = %B124.if, %B50.if
  %top.2.1 = phi <16 x float> [ %.169, %B50.if ], [ %.310, %B124.if ]
  %.252 = load i64, ptr %.200, align 8
  %.253 = icmp sgt i64 %.252, 0
  br i1 %.253, label %B124.if, label %B222

B222:                                             ; preds = %B124
  store i64 0, ptr %.349, align 8
  %.363 = icmp slt i64 %arg.units, 1
  %storemerge255 = select i1 %.363, i64 0, i64 %arg.units
  store i64 %storemerge255, ptr %.352, align 8
  br label %B284

B284:                                             ; preds = %B286.endif, %B222
  %whole.2.1 = phi <16 x float> [ zeroinitializer, %B222 ], [ %.503, %B286.endif ]
  %.404 = load i64, ptr %.352, align 8
  %.405 = icmp sgt i64 %.404, 0
  br i1 %.405, label %B284.if, label %B434

B434:                                             ; preds = %B284
  store i64 0, ptr %.537, align 8
  %.551 = icmp slt i64 %arg.units, 1
  %storemerge256 = select i1 %.551, i64 0, i64 %arg.units
  store i64 %storemerge256, ptr %.540, align 8
  br label %B464

B464:                                             ; preds = %B464.if, %B434
  %.592 = load i64, ptr %.540, align 8
  %.593 = icmp sgt i64 %.592, 0
  br i1 %.593, label %B464.if, label %B48

common.ret:                                       ; preds = %B286.if, %B622
  %common.ret.op = phi i32 [ 0, %B622 ], [ %.466, %B286.if ]
  ret i32 %common.ret.op

B622:                                             ; preds = %B48
  store ptr null, ptr %retptr, align 8
  br label %common.ret

B50.if:                                           ; preds = %B48
  %.122 = load i64, ptr %.57, align 8
  %.125 = add nsw i64 %.115, -1
  store i64 %.125, ptr %.60, align 8
  %.129 = add i64 %.122, 16
  store i64 %.129, ptr %.57, align 8
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.167 = getelementptr float, ptr %1, i64 %.122
  %.169 = load <16 x float>, ptr %.167, align 4
  store i64 1, ptr %.197, align 8
  %.210 = add i64 %arg.units, -1
  %.211 = icmp slt i64 %.210, 1
  %storemerge254 = select i1 %.211, i64 0, i64 %.210
  store i64 %storemerge254, ptr %.200, align 8
  br label %B124

B124.if:                                          ; preds = %B124
  %.259 = load i64, ptr %.197, align 8
  %.262 = add nsw i64 %.252, -1
  store i64 %.262, ptr %.200, align 8
  %.266 = add i64 %.259, 1
  store i64 %.266, ptr %.197, align 8
  %2 = mul nsw i64 %.259, %arg.width
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %4 = getelementptr float, ptr %3, i64 %2
  %.304 = getelementptr float, ptr %4, i64 %.122
  %.306 = load <16 x float>, ptr %.304, align 4
  %.308 = fcmp nsz contract ole <16 x float> %.306, %top.2.1
  %.310 = select <16 x i1> %.308, <16 x float> %top.2.1, <16 x float> %.306
  br label %B124

B284.if:                                          ; preds = %B284
  %.411 = load i64, ptr %.349, align 8
  %.414 = add nsw i64 %.404, -1
  store i64 %.414, ptr %.352, align 8
  %.418 = add i64 %.411, 1
  store i64 %.418, ptr %.349, align 8
  %5 = mul nsw i64 %.411, %arg.width
  %6 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %7 = getelementptr float, ptr %6, i64 %5
  %.457 = getelementptr float, ptr %7, i64 %.122
  %.459 = load <16 x float>, ptr %.457, align 4
  %.461 = fsub contract <16 x float> %.459, %top.2.1
  store <16 x float> zeroinitializer, ptr %.462, align 64
  %.466 = call i32 @functions.exp.10(ptr nonnull %.462, ptr nonnull %excinfo.1, <16 x float> %.461)
  %.476 = load <16 x float>, ptr %.462, align 64
  switch i32 %.466, label %B286.if [
    i32 -2, label %B286.endif
    i32 0, label %B286.endif
  ], !prof !0

B286.if:                                          ; preds = %B284.if
  %.474 = icmp sgt i32 %.466, 0
  %.467 = load ptr, ptr %excinfo.1, align 8
  %.475 = select i1 %.474, ptr %.467, ptr undef
  store ptr %.475, ptr %excinfo, align 8
  br label %common.ret

B286.endif:                                       ; preds = %B284.if, %B284.if
  %8 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %9 = getelementptr float, ptr %8, i64 %5
  %.499 = getelementptr float, ptr %9, i64 %.122
  store <16 x float> %.476, ptr %.499, align 4
  %.503 = fadd contract <16 x float> %whole.2.1, %.476
  br label %B284

B464.if:                                          ; preds = %B464
  %.599 = load i64, ptr %.537, align 8
  %.602 = add nsw i64 %.592, -1
  store i64 %.602, ptr %.540, align 8
  %.606 = add i64 %.599, 1
  store i64 %.606, ptr %.537, align 8
  %10 = mul nsw i64 %.599, %arg.width
  %.634 = add nsw i64 %10, %.122
  %11 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %.646 = getelementptr float, ptr %11, i64 %.634
  %.648 = load <16 x float>, ptr %.646, align 4
  %.650 = fdiv contract <16 x float> %.648, %whole.2.1
  %12 = getelementptr float, ptr %arg.work.4, i64 %arg.targets
  %.660 = getelementptr float, ptr %12, i64 %.634
  %.662 = load <16 x float>, ptr %.660, align 4
  %.663 = fsub contract <16 x float> %.650, %.662
  %.665 = sitofp i64 %arg.batch to double
  %.669 = fdiv nsz contract double 1.000000e+00, %.665
  %.670 = fptrunc double %.669 to float
  %.671 = insertelement <16 x float> poison, float %.670, i64 0
  %.672 = shufflevector <16 x float> %.671, <16 x float> poison, <16 x i32> zeroinitializer
  %.673 = fmul contract <16 x float> %.663, %.672
  %13 = getelementptr float, ptr %arg.work.4, i64 %arg.gradients
  %.681 = getelementptr float, ptr %13, i64 %.634
  store <16 x float> %.673, ptr %.681, align 4
  br label %B464
}

; Function Attrs: alwaysinline
define internal i32 @losses._single(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <16 x float> %arg.y, <16 x float> %arg.t, double %arg.bound) #0 {
entry:
  %.174 = alloca <16 x float>, align 64
  store <16 x float> zeroinitializer, ptr %.174, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.18 = fsub contract <16 x float> %arg.y, %arg.t
  switch i64 %arg.code, label %B502 [
    i64 1, label %B36
    i64 0, label %B62
    i64 3, label %B94
    i64 2, label %B256
    i64 4, label %B414
  ]

common.ret:                                       ; preds = %B502.endif, %B502.if, %B414, %B256, %B94, %B62, %B36
  %common.ret.op = phi i32 [ 0, %B36 ], [ 0, %B62 ], [ 0, %B94 ], [ 0, %B256 ], [ 0, %B414 ], [ 0, %B502.endif ], [ %.178, %B502.if ]
  ret i32 %common.ret.op

B36:                                              ; preds = %entry
  store <16 x float> %.18, ptr %retptr, align 64
  br label %common.ret

B62:                                              ; preds = %entry
  %.53 = fmul contract <16 x float> %.18, splat (float 2.000000e+00)
  store <16 x float> %.53, ptr %retptr, align 64
  br label %common.ret

B94:                                              ; preds = %entry
  %.69 = fptrunc double %arg.bound to float
  %.70 = insertelement <16 x float> poison, float %.69, i64 0
  %.71 = shufflevector <16 x float> %.70, <16 x float> poison, <16 x i32> zeroinitializer
  %.72 = fcmp nsz contract ogt <16 x float> %.18, %.71
  %.75 = fptrunc double %arg.bound to float
  %.76 = insertelement <16 x float> poison, float %.75, i64 0
  %.77 = shufflevector <16 x float> %.76, <16 x float> poison, <16 x i32> zeroinitializer
  %0 = fptrunc double %arg.bound to float
  %.81 = fneg float %0
  %.82 = insertelement <16 x float> poison, float %.81, i64 0
  %.83 = shufflevector <16 x float> %.82, <16 x float> poison, <16 x i32> zeroinitializer
  %.84 = fcmp nsz contract olt <16 x float> %.18, %.83
  %1 = fptrunc double %arg.bound to float
  %.90 = fneg float %1
  %.91 = insertelement <16 x float> poison, float %.90, i64 0
  %.92 = shufflevector <16 x float> %.91, <16 x float> poison, <16 x i32> zeroinitializer
  %.94 = select <16 x i1> %.84, <16 x float> %.92, <16 x float> %.18
  %.97 = select <16 x i1> %.72, <16 x float> %.77, <16 x float> %.94
  store <16 x float> %.97, ptr %retptr, align 64
  br label %common.ret

B256:                                             ; preds = %entry
  %.115 = fcmp nsz contract ogt <16 x float> %.18, zeroinitializer
  %.124 = fcmp nsz contract olt <16 x float> %.18, zeroinitializer
  %.130 = select <16 x i1> %.124, <16 x float> splat (float -1.000000e+00), <16 x float> %.18
  %.133 = select <16 x i1> %.115, <16 x float> splat (float 1.000000e+00), <16 x float> %.130
  store <16 x float> %.133, ptr %retptr, align 64
  br label %common.ret

B414:                                             ; preds = %entry
  %.143 = fmul contract <16 x float> %arg.t, %arg.y
  %.153 = fcmp nsz contract olt <16 x float> %.143, splat (float 1.000000e+00)
  %.158 = fsub contract <16 x float> zeroinitializer, %arg.t
  %.167 = select <16 x i1> %.153, <16 x float> %.158, <16 x float> zeroinitializer
  store <16 x float> %.167, ptr %retptr, align 64
  br label %common.ret

B502:                                             ; preds = %entry
  store <16 x float> zeroinitializer, ptr %.174, align 64
  %.178 = call i32 @functions.sigmoid(ptr nonnull %.174, ptr nonnull %excinfo.1, <16 x float> %arg.y)
  %.188 = load <16 x float>, ptr %.174, align 64
  switch i32 %.178, label %B502.if [
    i32 -2, label %B502.endif
    i32 0, label %B502.endif
  ], !prof !0

B502.if:                                          ; preds = %B502
  %.186 = icmp sgt i32 %.178, 0
  %.179 = load ptr, ptr %excinfo.1, align 8
  %.187 = select i1 %.186, ptr %.179, ptr undef
  store ptr %.187, ptr %excinfo, align 8
  br label %common.ret

B502.endif:                                       ; preds = %B502, %B502
  %.203 = fsub contract <16 x float> %.188, %arg.t
  store <16 x float> %.203, ptr %retptr, align 64
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
  %.12 = call i32 @functions.exp.10(ptr nonnull %.8, ptr nonnull %excinfo.1, <16 x float> %.7)
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

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare <16 x float> @llvm.fabs.v16f32(<16 x float>) #2

; Function Attrs: alwaysinline
define internal i32 @functions.exp.10(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, <16 x float> %arg.x) #0 {
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
define internal i32 @passes.weigh.11(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.entry, i64 %arg.sums, i64 %arg.weight, i64 %arg.bias, i64 %arg.inputs, i64 %arg.count, i64 %arg.width) #0 {
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
  %.520 = fcmp nsz contract ogt <16 x float> %.482, zeroinitializer
  %.528 = select <16 x i1> %.520, <16 x float> splat (float 1.000000e+00), <16 x float> %.341
  %5 = getelementptr float, ptr %arg.work.4, i64 %arg.slopes
  %.536 = getelementptr float, ptr %5, i64 %.435
  store <16 x float> %.528, ptr %.536, align 4
  br label %B320

B614.if:                                          ; preds = %B614
  %.670 = load i64, ptr %.608, align 8
  %.673 = add nsw i64 %.663, -1
  store i64 %.673, ptr %.611, align 8
  %.677 = add i64 %.670, 16
  store i64 %.677, ptr %.608, align 8
  %6 = getelementptr float, ptr %arg.work.4, i64 %arg.sums
  %.716 = getelementptr float, ptr %6, i64 %.670
  %.718 = load <16 x float>, ptr %.716, align 4
  store <16 x float> zeroinitializer, ptr %.722, align 64
  %.fca.1.gep19 = getelementptr inbounds nuw i8, ptr %.722, i64 64
  store <16 x float> zeroinitializer, ptr %.fca.1.gep19, align 64
  %.726 = call i32 @activations._bent(ptr nonnull %.722, ptr nonnull %excinfo.3, i64 %arg.code, <16 x float> %.718, double %arg.first, double %arg.second)
  %.736.fca.0.load = load <16 x float>, ptr %.722, align 64
  %.736.fca.1.gep = getelementptr inbounds nuw i8, ptr %.722, i64 64
  %.736.fca.1.load = load <16 x float>, ptr %.736.fca.1.gep, align 64
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
  %7 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.761 = getelementptr float, ptr %7, i64 %.670
  store <16 x float> %.736.fca.0.load, ptr %.761, align 4
  %8 = getelementptr float, ptr %arg.work.4, i64 %arg.slopes
  %.779 = getelementptr float, ptr %8, i64 %.670
  store <16 x float> %.736.fca.1.load, ptr %.779, align 4
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
  %.515 = alloca i64, align 8
  store i64 0, ptr %.515, align 8
  %.518 = alloca i64, align 8
  store i64 0, ptr %.518, align 8
  %.667 = alloca i64, align 8
  store i64 0, ptr %.667, align 8
  %.670 = alloca i64, align 8
  store i64 0, ptr %.670, align 8
  store i64 0, ptr %.66, align 8
  %.80 = icmp slt i64 %arg.units, 1
  %storemerge = select i1 %.80, i64 0, i64 %arg.units
  store i64 %storemerge, ptr %.69, align 8
  br label %B34

B34:                                              ; preds = %B84, %entry
  %.124 = load i64, ptr %.69, align 8
  %.125 = icmp sgt i64 %.124, 0
  br i1 %.125, label %B36.if, label %B768

B84:                                              ; preds = %B36.if, %B574
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
  store i64 0, ptr %.515, align 8
  %.529 = icmp slt i64 %arg.pieces, 1
  %storemerge292 = select i1 %.529, i64 0, i64 %arg.pieces
  store i64 %storemerge292, ptr %.518, align 8
  br label %B394

B394:                                             ; preds = %B394.if, %B274
  %winners.2.3 = phi <16 x float> [ zeroinitializer, %B274 ], [ %.635, %B394.if ]
  %.570 = load i64, ptr %.518, align 8
  %.571 = icmp sgt i64 %.570, 0
  br i1 %.571, label %B394.if, label %B544

B544:                                             ; preds = %B394
  store i64 0, ptr %.667, align 8
  %.681 = icmp slt i64 %arg.pieces, 1
  %storemerge293 = select i1 %.681, i64 0, i64 %arg.pieces
  store i64 %storemerge293, ptr %.670, align 8
  br label %B574

B574:                                             ; preds = %B574.if, %B544
  %.722 = load i64, ptr %.670, align 8
  %.723 = icmp sgt i64 %.722, 0
  br i1 %.723, label %B574.if, label %B84

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

B394.if:                                          ; preds = %B394
  %.577 = load i64, ptr %.515, align 8
  %.580 = add nsw i64 %.570, -1
  store i64 %.580, ptr %.518, align 8
  %.584 = add i64 %.577, 1
  store i64 %.584, ptr %.515, align 8
  %5 = mul nsw i64 %.577, %arg.width
  %6 = getelementptr float, ptr %arg.work.4, i64 %.296
  %.620 = getelementptr float, ptr %6, i64 %5
  %.622 = load <16 x float>, ptr %.620, align 4
  %.624 = fcmp nsz contract oge <16 x float> %.622, %best.2.2
  %.633 = select <16 x i1> %.624, <16 x float> splat (float 1.000000e+00), <16 x float> zeroinitializer
  %.635 = fadd contract <16 x float> %winners.2.3, %.633
  br label %B394

B574.if:                                          ; preds = %B574
  %.729 = load i64, ptr %.667, align 8
  %.732 = add nsw i64 %.722, -1
  store i64 %.732, ptr %.670, align 8
  %.736 = add i64 %.729, 1
  store i64 %.736, ptr %.667, align 8
  %.762 = mul nsw i64 %.729, %arg.width
  %7 = getelementptr float, ptr %arg.work.4, i64 %.296
  %.772 = getelementptr float, ptr %7, i64 %.762
  %.774 = load <16 x float>, ptr %.772, align 4
  %.776 = fcmp nsz contract oge <16 x float> %.774, %best.2.2
  %.779 = mul nsw i64 %.131, %arg.pieces
  %.780 = add nsw i64 %.779, %.729
  %.782 = mul nsw i64 %.780, %arg.width
  %.791 = fdiv contract <16 x float> splat (float 1.000000e+00), %winners.2.3
  %.796 = select <16 x i1> %.776, <16 x float> %.791, <16 x float> zeroinitializer
  %8 = getelementptr float, ptr %arg.work.4, i64 %arg.slopes
  %9 = getelementptr float, ptr %8, i64 %.782
  %.804 = getelementptr float, ptr %9, i64 %.253
  store <16 x float> %.796, ptr %.804, align 4
  br label %B574
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
  %.460 = call i32 @functions.exp.10(ptr nonnull %.456, ptr nonnull %excinfo.1, <16 x float> %.455)
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
  %.236 = call i32 @functions.exp.10(ptr nonnull %.232, ptr nonnull %excinfo.4, <16 x float> %.174)
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
  %.12 = call i32 @functions.exp.10(ptr nonnull %.8, ptr nonnull %excinfo.1, <16 x float> %.7)
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
  %.171 = call i32 @functions.exp.10(ptr nonnull %.167, ptr nonnull %excinfo.3, <16 x float> %.166)
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
  %.113 = call i32 @functions.exp.10(ptr nonnull %.109, ptr nonnull %excinfo.1, <16 x float> %.108)
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
  %.35 = call i32 @functions.exp.10(ptr nonnull %.31, ptr nonnull %excinfo.1, <16 x float> %.30)
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
define internal i32 @learning._copy.12(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.source.0, ptr %arg.source.1, i64 %arg.source.2, i64 %arg.source.3, ptr %arg.source.4, i64 %arg.source.5.0, i64 %arg.source.6.0, ptr %arg.goal.0, ptr %arg.goal.1, i64 %arg.goal.2, i64 %arg.goal.3, ptr %arg.goal.4, i64 %arg.goal.5.0, i64 %arg.goal.6.0) #0 {
entry:
  %.59 = alloca i64, align 8
  store i64 0, ptr %.59, align 8
  %.62 = alloca i64, align 8
  store i64 0, ptr %.62, align 8
  store i64 0, ptr %.59, align 8
  %.73 = icmp slt i64 %arg.source.5.0, 1
  %storemerge = select i1 %.73, i64 0, i64 %arg.source.5.0
  store i64 %storemerge, ptr %.62, align 8
  br label %B60

B60:                                              ; preds = %B60.if, %entry
  %.116 = load i64, ptr %.62, align 8
  %.117 = icmp sgt i64 %.116, 0
  br i1 %.117, label %B60.if, label %B128

B128:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  ret i32 0

B60.if:                                           ; preds = %B60
  %.123 = load i64, ptr %.59, align 8
  %.126 = add nsw i64 %.116, -1
  store i64 %.126, ptr %.62, align 8
  %.130 = add i64 %.123, 1
  store i64 %.130, ptr %.59, align 8
  %.162 = getelementptr inbounds double, ptr %arg.source.4, i64 %.123
  %.163 = load double, ptr %.162, align 8
  %.171 = getelementptr inbounds double, ptr %arg.goal.4, i64 %.123
  store double %.163, ptr %.171, align 8
  br label %B60
}

; Function Attrs: alwaysinline
define internal i32 @learning._copy.13(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.source.0, ptr %arg.source.1, i64 %arg.source.2, i64 %arg.source.3, ptr %arg.source.4, i64 %arg.source.5.0, i64 %arg.source.6.0, ptr %arg.goal.0, ptr %arg.goal.1, i64 %arg.goal.2, i64 %arg.goal.3, ptr %arg.goal.4, i64 %arg.goal.5.0, i64 %arg.goal.6.0) #0 {
entry:
  %.59 = alloca i64, align 8
  store i64 0, ptr %.59, align 8
  %.62 = alloca i64, align 8
  store i64 0, ptr %.62, align 8
  store i64 0, ptr %.59, align 8
  %.73 = icmp slt i64 %arg.source.5.0, 1
  %storemerge = select i1 %.73, i64 0, i64 %arg.source.5.0
  store i64 %storemerge, ptr %.62, align 8
  br label %B60

B60:                                              ; preds = %B60.if, %entry
  %.116 = load i64, ptr %.62, align 8
  %.117 = icmp sgt i64 %.116, 0
  br i1 %.117, label %B60.if, label %B128

B128:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  ret i32 0

B60.if:                                           ; preds = %B60
  %.123 = load i64, ptr %.59, align 8
  %.126 = add nsw i64 %.116, -1
  store i64 %.126, ptr %.62, align 8
  %.130 = add i64 %.123, 1
  store i64 %.130, ptr %.59, align 8
  %.162 = getelementptr inbounds i8, ptr %arg.source.4, i64 %.123
  %.163 = load i8, ptr %.162, align 1
  %.171 = getelementptr inbounds i8, ptr %arg.goal.4, i64 %.123
  store i8 %.163, ptr %.171, align 1
  br label %B60
}

; Function Attrs: alwaysinline
define internal i32 @learning._copy.14(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.source.0, ptr %arg.source.1, i64 %arg.source.2, i64 %arg.source.3, ptr %arg.source.4, i64 %arg.source.5.0, i64 %arg.source.6.0, ptr %arg.goal.0, ptr %arg.goal.1, i64 %arg.goal.2, i64 %arg.goal.3, ptr %arg.goal.4, i64 %arg.goal.5.0, i64 %arg.goal.6.0) #0 {
entry:
  %.59 = alloca i64, align 8
  store i64 0, ptr %.59, align 8
  %.62 = alloca i64, align 8
  store i64 0, ptr %.62, align 8
  store i64 0, ptr %.59, align 8
  %.73 = icmp slt i64 %arg.source.5.0, 1
  %storemerge = select i1 %.73, i64 0, i64 %arg.source.5.0
  store i64 %storemerge, ptr %.62, align 8
  br label %B60

B60:                                              ; preds = %B60.if, %entry
  %.116 = load i64, ptr %.62, align 8
  %.117 = icmp sgt i64 %.116, 0
  br i1 %.117, label %B60.if, label %B128

B128:                                             ; preds = %B60
  store ptr null, ptr %retptr, align 8
  ret i32 0

B60.if:                                           ; preds = %B60
  %.123 = load i64, ptr %.59, align 8
  %.126 = add nsw i64 %.116, -1
  store i64 %.126, ptr %.62, align 8
  %.130 = add i64 %.123, 1
  store i64 %.130, ptr %.59, align 8
  %.162 = getelementptr inbounds i64, ptr %arg.source.4, i64 %.123
  %.163 = load i64, ptr %.162, align 8
  %.171 = getelementptr inbounds i64, ptr %arg.goal.4, i64 %.123
  store i64 %.163, ptr %.171, align 8
  br label %B60
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
  %.214 = call i32 @passes.forward.16(ptr nonnull %.197, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %.159, i64 %arg.width, i8 0)
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

; Function Attrs: alwaysinline
define internal i32 @tallies.sum_losses(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.code, i64 %arg.values, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.2, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.0, i64 %arg.wanted.6.0, i64 %arg.first, i64 %arg.used) #0 {
entry:
  %.125 = alloca i64, align 8
  store i64 0, ptr %.125, align 8
  %.128 = alloca i64, align 8
  store i64 0, ptr %.128, align 8
  %.249 = alloca <8 x double>, align 64
  store <8 x double> zeroinitializer, ptr %.249, align 64
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.332 = alloca i64, align 8
  store i64 0, ptr %.332, align 8
  %.335 = alloca i64, align 8
  store i64 0, ptr %.335, align 8
  %.452 = alloca double, align 8
  store double 0.000000e+00, ptr %.452, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.66.1 = and i64 %arg.used, 7
  %.97 = sub nsw i64 %arg.used, %.66.1
  store i64 0, ptr %.125, align 8
  %.139 = icmp slt i64 %.97, 1
  %0 = add nuw i64 %.97, 7
  %.162 = lshr i64 %0, 3
  %storemerge = select i1 %.139, i64 0, i64 %.162
  store i64 %storemerge, ptr %.128, align 8
  br label %B160

B160:                                             ; preds = %B162.endif, %entry
  %whole.2.0 = phi <8 x double> [ zeroinitializer, %entry ], [ %.274, %B162.endif ]
  %.182 = load i64, ptr %.128, align 8
  %.183 = icmp sgt i64 %.182, 0
  br i1 %.183, label %B160.if, label %B352

B352:                                             ; preds = %B160
  %.283 = extractelement <8 x double> %whole.2.0, i64 0
  %.284 = extractelement <8 x double> %whole.2.0, i64 1
  %.285 = extractelement <8 x double> %whole.2.0, i64 2
  %.286 = extractelement <8 x double> %whole.2.0, i64 3
  %.287 = extractelement <8 x double> %whole.2.0, i64 4
  %.288 = extractelement <8 x double> %whole.2.0, i64 5
  %.289 = extractelement <8 x double> %whole.2.0, i64 6
  %.290 = extractelement <8 x double> %whole.2.0, i64 7
  %.291 = fadd nsz contract double %.283, %.284
  %.292 = fadd nsz contract double %.285, %.286
  %.293 = fadd nsz contract double %.287, %.288
  %.294 = fadd nsz contract double %.289, %.290
  %.295 = fadd nsz contract double %.291, %.292
  %.296 = fadd nsz contract double %.293, %.294
  %.297 = fadd nsz contract double %.295, %.296
  store i64 %.97, ptr %.332, align 8
  %.346 = icmp slt i64 %.66.1, 1
  %storemerge157 = select i1 %.346, i64 0, i64 %.66.1
  store i64 %storemerge157, ptr %.335, align 8
  br label %B414

B414:                                             ; preds = %B416.endif, %B352
  %result.2.0 = phi double [ %.297, %B352 ], [ %.477, %B416.endif ]
  %.387 = load i64, ptr %.335, align 8
  %.388 = icmp sgt i64 %.387, 0
  br i1 %.388, label %B414.if, label %B622

common.ret:                                       ; preds = %B416.if, %B162.if, %B622
  %common.ret.op = phi i32 [ 0, %B622 ], [ %.456, %B416.if ], [ %.253, %B162.if ]
  ret i32 %common.ret.op

B622:                                             ; preds = %B414
  store double %result.2.0, ptr %retptr, align 8
  br label %common.ret

B160.if:                                          ; preds = %B160
  %.189 = load i64, ptr %.125, align 8
  %.192 = add nsw i64 %.182, -1
  store i64 %.192, ptr %.128, align 8
  %.196 = add i64 %.189, 8
  store i64 %.196, ptr %.125, align 8
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.231 = getelementptr float, ptr %1, i64 %.189
  %.233 = load <8 x float>, ptr %.231, align 4
  %.234 = fpext <8 x float> %.233 to <8 x double>
  %2 = getelementptr float, ptr %arg.wanted.4, i64 %arg.first
  %.244 = getelementptr float, ptr %2, i64 %.189
  %.246 = load <8 x float>, ptr %.244, align 4
  %.247 = fpext <8 x float> %.246 to <8 x double>
  store <8 x double> zeroinitializer, ptr %.249, align 64
  %.253 = call i32 @tallies._loss(ptr nonnull %.249, ptr nonnull %excinfo.1, i64 %arg.code, <8 x double> %.234, <8 x double> %.247)
  %.263 = load <8 x double>, ptr %.249, align 64
  switch i32 %.253, label %B162.if [
    i32 -2, label %B162.endif
    i32 0, label %B162.endif
  ], !prof !0

B162.if:                                          ; preds = %B160.if
  %.261 = icmp sgt i32 %.253, 0
  %.254 = load ptr, ptr %excinfo.1, align 8
  %.262 = select i1 %.261, ptr %.254, ptr undef
  store ptr %.262, ptr %excinfo, align 8
  br label %common.ret

B162.endif:                                       ; preds = %B160.if, %B160.if
  %.274 = fadd nsz contract <8 x double> %whole.2.0, %.263
  br label %B160

B414.if:                                          ; preds = %B414
  %.394 = load i64, ptr %.332, align 8
  %.397 = add nsw i64 %.387, -1
  store i64 %.397, ptr %.335, align 8
  %.401 = add i64 %.394, 1
  store i64 %.401, ptr %.332, align 8
  %3 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.436 = getelementptr float, ptr %3, i64 %.394
  %.437 = load float, ptr %.436, align 4
  %.438 = fpext float %.437 to double
  %4 = getelementptr float, ptr %arg.wanted.4, i64 %arg.first
  %.448 = getelementptr float, ptr %4, i64 %.394
  %.449 = load float, ptr %.448, align 4
  %.450 = fpext float %.449 to double
  store double 0.000000e+00, ptr %.452, align 8
  %.456 = call i32 @tallies._loss.15(ptr nonnull %.452, ptr nonnull %excinfo.2, i64 %arg.code, double %.438, double %.450)
  %.466 = load double, ptr %.452, align 8
  switch i32 %.456, label %B416.if [
    i32 -2, label %B416.endif
    i32 0, label %B416.endif
  ], !prof !0

B416.if:                                          ; preds = %B414.if
  %.464 = icmp sgt i32 %.456, 0
  %.457 = load ptr, ptr %excinfo.2, align 8
  %.465 = select i1 %.464, ptr %.457, ptr undef
  store ptr %.465, ptr %excinfo, align 8
  br label %common.ret

B416.endif:                                       ; preds = %B414.if, %B414.if
  %.477 = fadd nsz contract double %result.2.0, %.466
  br label %B414
}

; Function Attrs: alwaysinline
define internal i32 @tallies.count_right(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, double %arg.threshold, i64 %arg.values, ptr %arg.wanted.0, ptr %arg.wanted.1, i64 %arg.wanted.2, i64 %arg.wanted.3, ptr %arg.wanted.4, i64 %arg.wanted.5.0, i64 %arg.wanted.6.0, i64 %arg.first, i64 %arg.used, i64 %arg.width) #0 {
entry:
  %.65 = alloca i64, align 8
  store i64 0, ptr %.65, align 8
  %.68 = alloca i64, align 8
  store i64 0, ptr %.68, align 8
  store i64 0, ptr %.65, align 8
  %.79 = icmp slt i64 %arg.width, 1
  %0 = add nuw i64 %arg.width, 15
  %.102 = lshr i64 %0, 4
  %storemerge = select i1 %.79, i64 0, i64 %.102
  store i64 %storemerge, ptr %.68, align 8
  br label %B52

B52:                                              ; preds = %B52.if, %entry
  %right.2.0 = phi i64 [ 0, %entry ], [ %.211, %B52.if ]
  %.122 = load i64, ptr %.68, align 8
  %.123 = icmp sgt i64 %.122, 0
  br i1 %.123, label %B52.if, label %B232

B232:                                             ; preds = %B52
  store i64 %right.2.0, ptr %retptr, align 8
  ret i32 0

B52.if:                                           ; preds = %B52
  %.129 = load i64, ptr %.65, align 8
  %.132 = add nsw i64 %.122, -1
  store i64 %.132, ptr %.68, align 8
  %.136 = add i64 %.129, 16
  store i64 %.136, ptr %.65, align 8
  %1 = getelementptr float, ptr %arg.work.4, i64 %arg.values
  %.170 = getelementptr float, ptr %1, i64 %.129
  %.172 = load <16 x float>, ptr %.170, align 4
  %2 = getelementptr float, ptr %arg.wanted.4, i64 %arg.first
  %.182 = getelementptr float, ptr %2, i64 %.129
  %.184 = load <16 x float>, ptr %.182, align 4
  %.186 = fptrunc double %arg.threshold to float
  %.187 = insertelement <16 x float> poison, float %.186, i64 0
  %.188 = shufflevector <16 x float> %.187, <16 x float> poison, <16 x i32> zeroinitializer
  %.189 = fcmp nsz contract ogt <16 x float> %.184, %.188
  %.191 = fptrunc double %arg.threshold to float
  %.192 = insertelement <16 x float> poison, float %.191, i64 0
  %.193 = shufflevector <16 x float> %.192, <16 x float> poison, <16 x i32> zeroinitializer
  %.194 = fcmp nsz contract ogt <16 x float> %.172, %.193
  %.196 = fptrunc double %arg.threshold to float
  %.197 = insertelement <16 x float> poison, float %.196, i64 0
  %.198 = shufflevector <16 x float> %.197, <16 x float> poison, <16 x i32> zeroinitializer
  %.199 = fcmp nsz contract ole <16 x float> %.172, %.198
  %.200 = select <16 x i1> %.189, <16 x i1> %.194, <16 x i1> %.199
  %.202 = sub nsw i64 %arg.used, %.129
  %.203 = insertelement <16 x i64> poison, i64 %.202, i64 0
  %.204 = shufflevector <16 x i64> %.203, <16 x i64> poison, <16 x i32> zeroinitializer
  %.205 = icmp sgt <16 x i64> %.204, <i64 0, i64 1, i64 2, i64 3, i64 4, i64 5, i64 6, i64 7, i64 8, i64 9, i64 10, i64 11, i64 12, i64 13, i64 14, i64 15>
  %.206 = and <16 x i1> %.200, %.205
  %.207 = bitcast <16 x i1> %.206 to i16
  %.208 = call range(i16 0, 17) i16 @llvm.ctpop.i16(i16 %.207)
  %.209 = zext nneg i16 %.208 to i64
  %.211 = add nuw nsw i64 %right.2.0, %.209
  br label %B52
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i16 @llvm.ctpop.i16(i16) #2

; Function Attrs: alwaysinline
define internal i32 @tallies._loss(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, <8 x double> %arg.y, <8 x double> %arg.t) #0 {
entry:
  %.15 = fsub contract <8 x double> %arg.y, %arg.t
  switch i64 %arg.code, label %B84 [
    i64 1, label %B36
    i64 0, label %B74
  ]

common.ret:                                       ; preds = %B84, %B74, %B36
  ret i32 0

B36:                                              ; preds = %entry
  %.30 = fmul contract <8 x double> %.15, %.15
  %.35 = fmul contract <8 x double> %.30, splat (double 5.000000e-01)
  store <8 x double> %.35, ptr %retptr, align 64
  br label %common.ret

B74:                                              ; preds = %entry
  %.49 = fmul contract <8 x double> %.15, %.15
  store <8 x double> %.49, ptr %retptr, align 64
  br label %common.ret

B84:                                              ; preds = %entry
  %.58 = fmul contract <8 x double> %arg.t, %arg.y
  %.65 = fsub contract <8 x double> splat (double 1.000000e+00), %.58
  %.68 = fcmp nsz contract olt <8 x double> %.65, zeroinitializer
  %.71 = select <8 x i1> %.68, <8 x double> zeroinitializer, <8 x double> %.65
  store <8 x double> %.71, ptr %retptr, align 64
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @tallies._loss.15(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.code, double %arg.y, double %arg.t) #0 {
entry:
  %.15 = fsub nsz contract double %arg.y, %arg.t
  switch i64 %arg.code, label %B84 [
    i64 1, label %B36
    i64 0, label %B74
  ]

common.ret:                                       ; preds = %B84, %B74, %B36
  ret i32 0

B36:                                              ; preds = %entry
  %.30 = fmul nsz contract double %.15, %.15
  %.33 = fmul nsz contract double %.30, 5.000000e-01
  store double %.33, ptr %retptr, align 8
  br label %common.ret

B74:                                              ; preds = %entry
  %.47 = fmul nsz contract double %.15, %.15
  store double %.47, ptr %retptr, align 8
  br label %common.ret

B84:                                              ; preds = %entry
  %.56 = fmul nsz contract double %arg.t, %arg.y
  %.61 = fsub nsz contract double 1.000000e+00, %.56
  %.62 = fcmp nsz contract olt double %.61, 0.000000e+00
  %.63 = select i1 %.62, double 0.000000e+00, double %.61
  store double %.63, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: noinline
define internal i32 @passes.forward.16(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, ptr %arg.layers.0, ptr %arg.layers.1, i64 %arg.layers.2, i64 %arg.layers.3, ptr %arg.layers.4, i64 %arg.layers.5.0, i64 %arg.layers.5.1, i64 %arg.layers.6.0, i64 %arg.layers.6.1, ptr %arg.numbers.0, ptr %arg.numbers.1, i64 %arg.numbers.2, i64 %arg.numbers.3, ptr %arg.numbers.4, i64 %arg.numbers.5.0, i64 %arg.numbers.5.1, i64 %arg.numbers.6.0, i64 %arg.numbers.6.1, i64 %arg.k, i64 %arg.width, i8 %arg.learning) #1 {
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
  %.681 = call i32 @passes.weigh.11(ptr nonnull %.673, ptr nonnull %excinfo.2, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.424, i64 %.244, i64 %.479, i64 %.534, i64 %.589, i64 %.184, i64 %arg.width)
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
  %.1065 = call i32 @activations.activate.17(ptr nonnull %.1056, ptr nonnull %excinfo.3, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %.767, double %.822, double %.877, i64 %.244, i64 %.301, i64 %.358, i64 %.934, i64 %.989, i64 %arg.width, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %.1046, i8 %.1064)
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
define internal i32 @activations.activate.17(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.code, double %arg.first, double %arg.second, i64 %arg.sums, i64 %arg.values, i64 %arg.slopes, i64 %arg.units, i64 %arg.pieces, i64 %arg.width, ptr %arg.flat.0, ptr %arg.flat.1, i64 %arg.flat.2, i64 %arg.flat.3, ptr %arg.flat.4, i64 %arg.flat.5.0, i64 %arg.flat.6.0, i64 %arg.learned, i8 %arg.learning) #0 {
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
  %.97 = call i32 @activations._maxout.18(ptr nonnull %.90, ptr nonnull %excinfo.1, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.sums, i64 %arg.values, i64 %arg.slopes, i64 %arg.units, i64 %arg.pieces, i64 %arg.width, i8 %.96)
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
define internal i32 @activations._maxout.18(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.work.0, ptr %arg.work.1, i64 %arg.work.2, i64 %arg.work.3, ptr %arg.work.4, i64 %arg.work.5.0, i64 %arg.work.6.0, i64 %arg.sums, i64 %arg.values, i64 %arg.slopes, i64 %arg.units, i64 %arg.pieces, i64 %arg.width, i8 %arg.learning) #0 {
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
define internal i32 @chance.shuffle(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, i64 %arg.prefix, i64 %arg.epoch, ptr %arg.order.0, ptr %arg.order.1, i64 %arg.order.2, i64 %arg.order.3, ptr %arg.order.4, i64 %arg.order.5.0, i64 %arg.order.6.0, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.counts.0, ptr %arg.counts.1, i64 %arg.counts.2, i64 %arg.counts.3, ptr %arg.counts.4, i64 %arg.counts.5.0, i64 %arg.counts.6.0) #0 {
entry:
  %.44 = alloca i64, align 8
  store i64 0, ptr %.44, align 8
  %excinfo.1 = alloca ptr, align 8
  store ptr null, ptr %excinfo.1, align 8
  %.192 = alloca i64, align 8
  store i64 0, ptr %.192, align 8
  %.195 = alloca i64, align 8
  store i64 0, ptr %.195, align 8
  %.345 = alloca i64, align 8
  store i64 0, ptr %.345, align 8
  %.348 = alloca i64, align 8
  store i64 0, ptr %.348, align 8
  %.444 = alloca i64, align 8
  store i64 0, ptr %.444, align 8
  %excinfo.2 = alloca ptr, align 8
  store ptr null, ptr %excinfo.2, align 8
  %.673 = alloca i64, align 8
  store i64 0, ptr %.673, align 8
  %.676 = alloca i64, align 8
  store i64 0, ptr %.676, align 8
  %.888 = alloca i64, align 8
  store i64 0, ptr %.888, align 8
  %.891 = alloca i64, align 8
  store i64 0, ptr %.891, align 8
  %.1310 = alloca ptr, align 8
  store ptr null, ptr %.1310, align 8
  %excinfo.3 = alloca ptr, align 8
  store ptr null, ptr %excinfo.3, align 8
  store i64 0, ptr %.44, align 8
  %.48 = call i32 @chance.key(ptr nonnull %.44, ptr nonnull %excinfo.1, i64 %arg.prefix, i64 %arg.epoch)
  %.58 = load i64, ptr %.44, align 8
  switch i32 %.48, label %B0.if [
    i32 -2, label %B0.endif
    i32 0, label %B0.endif
  ], !prof !0

B158:                                             ; preds = %B0.endif, %B158
  %first.3.0 = phi i64 [ 64, %B0.endif ], [ %.113, %B158 ]
  %size.2.0 = phi i64 [ %.90, %B0.endif ], [ %.126.1, %B158 ]
  %.113 = add i64 %first.3.0, -1
  %.126.1 = ashr i64 %size.2.0, 1
  %.161 = icmp sgt i64 %.126.1, 1
  br i1 %.161, label %B158, label %B226

B226:                                             ; preds = %B0.endif, %B158
  %first.3.1 = phi i64 [ %.113, %B158 ], [ 64, %B0.endif ]
  store i64 0, ptr %.192, align 8
  %.206 = icmp slt i64 %arg.counts.5.0, 1
  %storemerge = select i1 %.206, i64 0, i64 %arg.counts.5.0
  store i64 %storemerge, ptr %.195, align 8
  br label %B262

B262:                                             ; preds = %B262.if, %B226
  %.247 = load i64, ptr %.195, align 8
  %.248 = icmp sgt i64 %.247, 0
  br i1 %.248, label %B262.if, label %B278

B278:                                             ; preds = %B262
  store i64 0, ptr %.345, align 8
  %.359 = icmp slt i64 %arg.order.5.0, 1
  %storemerge452 = select i1 %.359, i64 0, i64 %arg.order.5.0
  store i64 %storemerge452, ptr %.348, align 8
  br label %B308

B308:                                             ; preds = %B310.endif, %B278
  %.400 = load i64, ptr %.348, align 8
  %.401 = icmp sgt i64 %.400, 0
  br i1 %.401, label %B308.if, label %B514

B514:                                             ; preds = %B308
  store i64 0, ptr %.673, align 8
  %.687 = icmp slt i64 %arg.counts.5.0, 2
  %storemerge453 = select i1 %.687, i64 0, i64 %.90
  store i64 %storemerge453, ptr %.676, align 8
  br label %B544

B544:                                             ; preds = %B544.if, %B514
  %.728 = load i64, ptr %.676, align 8
  %.729 = icmp sgt i64 %.728, 0
  br i1 %.729, label %B544.if, label %B600

B600:                                             ; preds = %B544
  store i64 0, ptr %.888, align 8
  %.902 = icmp slt i64 %arg.order.5.0, 1
  %storemerge454 = select i1 %.902, i64 0, i64 %arg.order.5.0
  store i64 %storemerge454, ptr %.891, align 8
  br label %B630

B630:                                             ; preds = %B630.if, %B600
  %.943 = load i64, ptr %.891, align 8
  %.944 = icmp sgt i64 %.943, 0
  br i1 %.944, label %B630.if, label %B794

B794:                                             ; preds = %B630
  store ptr null, ptr %.1310, align 8
  %.1320 = call i32 @chance._mend(ptr nonnull %.1310, ptr nonnull %excinfo.3, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.order.0, ptr %arg.order.1, i64 %arg.order.2, i64 %arg.order.3, ptr %arg.order.4, i64 %arg.order.5.0, i64 %arg.order.6.0, i64 %arg.order.5.0)
  switch i32 %.1320, label %B794.if [
    i32 -2, label %B794.endif
    i32 0, label %B794.endif
  ], !prof !0

B0.if:                                            ; preds = %entry
  %.56 = icmp sgt i32 %.48, 0
  %.49 = load ptr, ptr %excinfo.1, align 8
  %.57 = select i1 %.56, ptr %.49, ptr undef
  store ptr %.57, ptr %excinfo, align 8
  br label %common.ret

B0.endif:                                         ; preds = %entry, %entry
  %.90 = add nsw i64 %arg.counts.5.0, -1
  %.110 = icmp sgt i64 %arg.counts.5.0, 2
  br i1 %.110, label %B158, label %B226

common.ret:                                       ; preds = %B794.endif, %B794.if, %B310.if, %B0.if
  %common.ret.op = phi i32 [ %.448, %B310.if ], [ %.1320, %B794.if ], [ 0, %B794.endif ], [ %.48, %B0.if ]
  ret i32 %common.ret.op

B262.if:                                          ; preds = %B262
  %.254 = load i64, ptr %.192, align 8
  %.257 = add nsw i64 %.247, -1
  store i64 %.257, ptr %.195, align 8
  %.261 = add i64 %.254, 1
  store i64 %.261, ptr %.192, align 8
  %.299 = icmp slt i64 %.254, 0
  %.300 = select i1 %.299, i64 %arg.counts.5.0, i64 0
  %0 = getelementptr i64, ptr %arg.counts.4, i64 %.254
  %.314 = getelementptr i64, ptr %0, i64 %.300
  store i64 0, ptr %.314, align 8
  br label %B262

B308.if:                                          ; preds = %B308
  %.407 = load i64, ptr %.345, align 8
  %.410 = add nsw i64 %.400, -1
  store i64 %.410, ptr %.348, align 8
  %.414 = add i64 %.407, 1
  store i64 %.414, ptr %.345, align 8
  %1 = mul i64 %.407, -7046029254386353131
  %.441 = add i64 %1, -7046029254386353131
  %.443 = add i64 %.58, %.441
  store i64 0, ptr %.444, align 8
  %.448 = call i32 @chance.mix(ptr nonnull %.444, ptr nonnull %excinfo.2, i64 %.443)
  %.458 = load i64, ptr %.444, align 8
  switch i32 %.448, label %B310.if [
    i32 -2, label %B310.endif
    i32 0, label %B310.endif
  ], !prof !0

B310.if:                                          ; preds = %B308.if
  %.456 = icmp sgt i32 %.448, 0
  %.449 = load ptr, ptr %excinfo.2, align 8
  %.457 = select i1 %.456, ptr %.449, ptr undef
  store ptr %.457, ptr %excinfo, align 8
  br label %common.ret

B310.endif:                                       ; preds = %B308.if, %B308.if
  %.497 = icmp slt i64 %.407, 0
  %.498 = select i1 %.497, i64 %arg.keys.5.1, i64 0
  %2 = getelementptr i64, ptr %arg.keys.4, i64 %.407
  %.520 = getelementptr i64, ptr %2, i64 %.498
  store i64 %.458, ptr %.520, align 8
  %.551 = icmp slt i64 %.407, 0
  %.552 = select i1 %.551, i64 %arg.keys.5.1, i64 0
  %3 = getelementptr i64, ptr %arg.keys.4, i64 %.407
  %.574 = getelementptr i64, ptr %3, i64 %.552
  %.575 = load i64, ptr %.574, align 8
  %.577 = lshr i64 %.575, %first.3.1
  %.578 = add nsw i64 %.577, 1
  %.592 = icmp slt i64 %.577, -1
  %.593 = select i1 %.592, i64 %arg.counts.5.0, i64 0
  %4 = getelementptr i64, ptr %arg.counts.4, i64 %.578
  %.607 = getelementptr i64, ptr %4, i64 %.593
  %.608 = load i64, ptr %.607, align 8
  %.609 = add nsw i64 %.608, 1
  %.623 = icmp slt i64 %.577, -1
  %.624 = select i1 %.623, i64 %arg.counts.5.0, i64 0
  %5 = getelementptr i64, ptr %arg.counts.4, i64 %.578
  %.638 = getelementptr i64, ptr %5, i64 %.624
  store i64 %.609, ptr %.638, align 8
  br label %B308

B544.if:                                          ; preds = %B544
  %.735 = load i64, ptr %.673, align 8
  %.738 = add nsw i64 %.728, -1
  store i64 %.738, ptr %.676, align 8
  %.742 = add i64 %.735, 1
  store i64 %.742, ptr %.673, align 8
  %.767 = add nsw i64 %.735, 1
  %.781 = icmp slt i64 %.735, -1
  %.782 = select i1 %.781, i64 %arg.counts.5.0, i64 0
  %6 = getelementptr i64, ptr %arg.counts.4, i64 %.767
  %.796 = getelementptr i64, ptr %6, i64 %.782
  %.797 = load i64, ptr %.796, align 8
  %.811 = icmp slt i64 %.735, 0
  %.812 = select i1 %.811, i64 %arg.counts.5.0, i64 0
  %7 = getelementptr i64, ptr %arg.counts.4, i64 %.735
  %.826 = getelementptr i64, ptr %7, i64 %.812
  %.827 = load i64, ptr %.826, align 8
  %.828 = add nsw i64 %.797, %.827
  %.842 = icmp slt i64 %.735, -1
  %.843 = select i1 %.842, i64 %arg.counts.5.0, i64 0
  %8 = getelementptr i64, ptr %arg.counts.4, i64 %.767
  %.857 = getelementptr i64, ptr %8, i64 %.843
  store i64 %.828, ptr %.857, align 8
  br label %B544

B630.if:                                          ; preds = %B630
  %.950 = load i64, ptr %.888, align 8
  %.953 = add nsw i64 %.943, -1
  store i64 %.953, ptr %.891, align 8
  %.957 = add i64 %.950, 1
  store i64 %.957, ptr %.888, align 8
  %.1011 = icmp slt i64 %.950, 0
  %.1012 = select i1 %.1011, i64 %arg.keys.5.1, i64 0
  %9 = getelementptr i64, ptr %arg.keys.4, i64 %.950
  %.1034 = getelementptr i64, ptr %9, i64 %.1012
  %.1035 = load i64, ptr %.1034, align 8
  %.1037 = lshr i64 %.1035, %first.3.1
  %.1067 = icmp slt i64 %.950, 0
  %.1068 = select i1 %.1067, i64 %arg.keys.5.1, i64 0
  %10 = getelementptr i64, ptr %arg.keys.4, i64 %.950
  %.1090 = getelementptr i64, ptr %10, i64 %.1068
  %.1091 = load i64, ptr %.1090, align 8
  %.1105 = icmp slt i64 %.1037, 0
  %.1106 = select i1 %.1105, i64 %arg.counts.5.0, i64 0
  %11 = getelementptr i64, ptr %arg.counts.4, i64 %.1037
  %.1120 = getelementptr i64, ptr %11, i64 %.1106
  %.1121 = load i64, ptr %.1120, align 8
  %.1151 = icmp slt i64 %.1121, 0
  %.1152 = select i1 %.1151, i64 %arg.keys.5.1, i64 0
  %12 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %13 = getelementptr i64, ptr %12, i64 %.1121
  %.1174 = getelementptr i64, ptr %13, i64 %.1152
  store i64 %.1091, ptr %.1174, align 8
  %.1189 = icmp slt i64 %.1037, 0
  %.1190 = select i1 %.1189, i64 %arg.counts.5.0, i64 0
  %14 = getelementptr i64, ptr %arg.counts.4, i64 %.1037
  %.1204 = getelementptr i64, ptr %14, i64 %.1190
  %.1205 = load i64, ptr %.1204, align 8
  %.1219 = icmp slt i64 %.1205, 0
  %.1220 = select i1 %.1219, i64 %arg.order.5.0, i64 0
  %15 = getelementptr i64, ptr %arg.order.4, i64 %.1205
  %.1234 = getelementptr i64, ptr %15, i64 %.1220
  store i64 %.950, ptr %.1234, align 8
  %.1249 = icmp slt i64 %.1037, 0
  %.1250 = select i1 %.1249, i64 %arg.counts.5.0, i64 0
  %16 = getelementptr i64, ptr %arg.counts.4, i64 %.1037
  %.1264 = getelementptr i64, ptr %16, i64 %.1250
  %.1265 = load i64, ptr %.1264, align 8
  %.1266 = add nsw i64 %.1265, 1
  %.1280 = icmp slt i64 %.1037, 0
  %.1281 = select i1 %.1280, i64 %arg.counts.5.0, i64 0
  %17 = getelementptr i64, ptr %arg.counts.4, i64 %.1037
  %.1295 = getelementptr i64, ptr %17, i64 %.1281
  store i64 %.1266, ptr %.1295, align 8
  br label %B630

B794.if:                                          ; preds = %B794
  %.1328 = icmp sgt i32 %.1320, 0
  %.1321 = load ptr, ptr %excinfo.3, align 8
  %.1329 = select i1 %.1328, ptr %.1321, ptr undef
  store ptr %.1329, ptr %excinfo, align 8
  br label %common.ret

B794.endif:                                       ; preds = %B794, %B794
  store ptr null, ptr %retptr, align 8
  br label %common.ret
}

; Function Attrs: alwaysinline
define internal i32 @chance._mend(ptr noalias captures(none) %retptr, ptr noalias captures(none) %excinfo, ptr %arg.keys.0, ptr %arg.keys.1, i64 %arg.keys.2, i64 %arg.keys.3, ptr %arg.keys.4, i64 %arg.keys.5.0, i64 %arg.keys.5.1, i64 %arg.keys.6.0, i64 %arg.keys.6.1, ptr %arg.order.0, ptr %arg.order.1, i64 %arg.order.2, i64 %arg.order.3, ptr %arg.order.4, i64 %arg.order.5.0, i64 %arg.order.6.0, i64 %arg.samples) #0 {
entry:
  %.54 = alloca i64, align 8
  store i64 0, ptr %.54, align 8
  %.57 = alloca i64, align 8
  store i64 0, ptr %.57, align 8
  store i64 1, ptr %.54, align 8
  %.67 = add i64 %arg.samples, -1
  %.68 = icmp slt i64 %.67, 1
  %storemerge = select i1 %.68, i64 0, i64 %.67
  store i64 %storemerge, ptr %.57, align 8
  br label %B36

B36:                                              ; preds = %B248, %entry
  %.111 = load i64, ptr %.57, align 8
  %.112 = icmp sgt i64 %.111, 0
  br i1 %.112, label %B36.if, label %B276

B92:                                              ; preds = %B36.if
  %0 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %1 = getelementptr i64, ptr %0, i64 %.118
  %.313 = getelementptr i8, ptr %1, i64 -8
  %.314 = load i64, ptr %.313, align 8
  %.316 = icmp ugt i64 %.314, %.203
  br i1 %.316, label %B126, label %B248

B126:                                             ; preds = %B214, %B92
  %j.3.2 = phi i64 [ %.118, %B92 ], [ %.496, %B214 ]
  %2 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %3 = getelementptr i64, ptr %2, i64 %j.3.2
  %.375 = getelementptr i8, ptr %3, i64 -8
  %.376 = load i64, ptr %.375, align 8
  %4 = getelementptr i64, ptr %arg.order.4, i64 %j.3.2
  %.407 = getelementptr i8, ptr %4, i64 -8
  %.408 = load i64, ptr %.407, align 8
  %5 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %.462 = getelementptr i64, ptr %5, i64 %j.3.2
  store i64 %.376, ptr %.462, align 8
  %.493 = getelementptr i64, ptr %arg.order.4, i64 %j.3.2
  store i64 %.408, ptr %.493, align 8
  %.496 = add nsw i64 %j.3.2, -1
  %.506 = icmp sgt i64 %j.3.2, 1
  br i1 %.506, label %B214, label %B248

B214:                                             ; preds = %B126
  %6 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %7 = getelementptr i64, ptr %6, i64 %j.3.2
  %.570 = getelementptr i8, ptr %7, i64 -16
  %.571 = load i64, ptr %.570, align 8
  %.573 = icmp ugt i64 %.571, %.203
  br i1 %.573, label %B126, label %B248

B248:                                             ; preds = %B36.if, %B214, %B126, %B92
  %j.3.1 = phi i64 [ %.496, %B214 ], [ %.496, %B126 ], [ %.118, %B92 ], [ %.118, %B36.if ]
  %.617 = icmp slt i64 %j.3.1, 0
  %.618 = select i1 %.617, i64 %arg.keys.5.1, i64 0
  %8 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %9 = getelementptr i64, ptr %8, i64 %j.3.1
  %.640 = getelementptr i64, ptr %9, i64 %.618
  store i64 %.203, ptr %.640, align 8
  %.659 = icmp slt i64 %j.3.1, 0
  %.660 = select i1 %.659, i64 %arg.order.5.0, i64 0
  %10 = getelementptr i64, ptr %arg.order.4, i64 %j.3.1
  %.674 = getelementptr i64, ptr %10, i64 %.660
  store i64 %.233, ptr %.674, align 8
  br label %B36

B276:                                             ; preds = %B36
  store ptr null, ptr %retptr, align 8
  ret i32 0

B36.if:                                           ; preds = %B36
  %.118 = load i64, ptr %.54, align 8
  %.121 = add nsw i64 %.111, -1
  store i64 %.121, ptr %.57, align 8
  %.125 = add i64 %.118, 1
  store i64 %.125, ptr %.54, align 8
  %.179 = icmp slt i64 %.118, 0
  %.180 = select i1 %.179, i64 %arg.keys.5.1, i64 0
  %11 = getelementptr i64, ptr %arg.keys.4, i64 %arg.keys.5.1
  %12 = getelementptr i64, ptr %11, i64 %.118
  %.202 = getelementptr i64, ptr %12, i64 %.180
  %.203 = load i64, ptr %.202, align 8
  %.217 = icmp slt i64 %.118, 0
  %.218 = select i1 %.217, i64 %arg.order.5.0, i64 0
  %13 = getelementptr i64, ptr %arg.order.4, i64 %.118
  %.232 = getelementptr i64, ptr %13, i64 %.218
  %.233 = load i64, ptr %.232, align 8
  %.248 = icmp sgt i64 %.118, 0
  br i1 %.248, label %B92, label %B248
}

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64) #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i64 @llvm.smax.i64(i64, i64) #2

attributes #0 = { alwaysinline }
attributes #1 = { noinline }
attributes #2 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!0 = !{!"branch_weights", i32 1, i32 49, i32 49}
