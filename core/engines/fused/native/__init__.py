"""What is compiled: functions of numbers in memory, put together to two programs, `look` and `advance`. The compiled
code depends on nothing else."""
