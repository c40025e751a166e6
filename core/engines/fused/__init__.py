"""The fused native kernel: a whole slice of updates of a dense network in one call, without the interpreter's lock."""
