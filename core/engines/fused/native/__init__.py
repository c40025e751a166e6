"""The sources of the kernel: functions of numbers in memory, put together to two programs, `look` and `advance`. What
`building` makes of them depends on nothing else; who changes them runs it."""
