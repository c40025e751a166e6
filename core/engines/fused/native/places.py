"""What stands where in the tables that Python writes and the kernels read. No numba here: a kernel is used without
it."""

from __future__ import annotations

LANES = 16  # samples that one instruction works on
TOGETHER = 8  # sums over lanes that are made side by side: behind rows and gradients there is room for as many
CHUNK = 128  # samples that go through the layers together: what they leave behind stays in the cache

# Activations, by their code.
ACTIVATIONS = (
    "linear", "step", "relu", "leaky_relu", "prelu", "elu", "selu", "sigmoid", "tanh", "silu", "mish",
    "hard_sigmoid", "hard_tanh", "hard_swish", "gelu_tanh", "gelu", "softplus", "sine", "maxout", "softmax",
)  # fmt: skip
LINEAR, STEP, RELU, LEAKY_RELU, PRELU, ELU, SELU, SIGMOID, TANH, SILU, MISH = range(11)
HARD_SIGMOID, HARD_TANH, HARD_SWISH, GELU_TANH, GELU, SOFTPLUS, SINE, MAXOUT, SOFTMAX = range(11, 20)

# Losses and optimizers, by their code.
LOSSES = ("mean_squared", "half_squared", "absolute", "huber", "hinge", "cross_entropy", "binary_cross_entropies")
MEAN_SQUARED, HALF_SQUARED, ABSOLUTE, HUBER, HINGE, CROSS_ENTROPY, BINARY_CROSS_ENTROPIES = range(7)
TALLIED = ("half_squared", "mean_squared", "hinge")  # losses that the kernel sums up in double precision
OPTIMIZERS = ("sgd", "adagrad", "rmsprop", "adam", "adamw", "nadam")
SGD, ADAGRAD, RMSPROP, ADAM, ADAMW, NADAM = range(6)

# Places of the numbers of an optimizer (float64); FLAG is nesterov, centered, amsgrad or decoupled_weight_decay, LOG1
# and LOG2 are the logarithms of the betas.
MOMENTUM, DAMPENING, DECAY, FLAG, EPS, BETA1, BETA2, LOG1, LOG2, LR_DECAY, MOMENTUM_DECAY, OPTIONS = range(12)

# Fields of a layer (int64): its sizes, its parameters in the flat vector (−1: none), its rows in the workspace.
INPUTS, UNITS, PIECES, CODE, WEIGHT, BIAS, LEARNED, ENTRY, SUMS, VALUES, SLOPES, DELTAS, GRADIENTS, MASKS, FIELDS = (
    range(15)
)

# Rows of what penalties do to each parameter (3, parameters): rates of L1, L2 and of the L1 that cuts links; 0 for
# numbers that no penalty counts.
L1, L2, CUTTING = range(3)

# Where a run stands before and after a slice (int64).
EPOCH, POSITION, CARRIED, UPDATE, TAKEN, STATE = range(6)

# What does not change in a slice: whole numbers (int64) and others (float64).
OPTIMIZER, LOSS, BATCH, LAST, EACH_EPOCH, PENALTIES, CUTS, TARGETS, WAYS = range(9)
KEEP, DROP, CARRY = range(3)
DELTA, CLIP_VALUE, CLIP_NORM, THRESHOLD, NOISE, BOUNDS = range(6)

NORMAL = 1 << 16  # numbers of the normal distribution, of which noise is drawn

# The table of a call of `learning.advance` (int64): sizes first, then the addresses of arrays. ANSWERED is the number
# of samples whose answers are written down; where it is 0, losses are summed up and right answers counted instead.
(
    PARAMETERS, DEPTH, FEATURES, ANSWERS, SAMPLES, RATES, MOST_SAMPLES, WORK_SIZE, LOOKS, ANSWERED, ASKED, PIECES_ASKED, BOXES,
    AT_FLAT, AT_GRADIENT, AT_FIRST, AT_SECOND, AT_THIRD, AT_COUNTS, AT_LAYERS, AT_NUMBERS, AT_SHARES, AT_PREFIXES, AT_WAYS, AT_BOUNDS, AT_OPTIONS,
    AT_X, AT_T, AT_ORDERS, AT_KEYS, AT_BOXES, AT_STATE, AT_RATES, AT_PULLS, AT_DEAD, AT_BEFORE, AT_STREAMS, AT_WORK, AT_HALT,
    AT_EXAM, AT_WANTED, AT_PIECES, AT_ANSWERS, AT_LOSSES, AT_RIGHT, AT_VECTORS, AT_SEEN, AT_LOOKS, AT_SLATE, AT_NORMAL, CALL,
) = range(51)  # fmt: skip

# What another thread asks for and is told (int64): a flag, and the addresses of what the run's numbers are written to.
# The flag says whose turn it is: nobody writes where the other reads.
ASKED_FLAG, SLATE_VECTOR, SLATE_FIRST, SLATE_SECOND, SLATE_THIRD, SLATE_COUNTS, SLATE_STATE, SLATE_DEAD, SLATE = range(
    9
)
BLANK, WISHED, WRITTEN = range(3)

# The table of a call of `looking.look` (int64).
(
    LOOK_VECTORS, LOOK_PARAMETERS, LOOK_DEPTH, LOOK_SAMPLES, LOOK_FEATURES, LOOK_ANSWERS, LOOK_ROWS, LOOK_WORK_SIZE,
    LOOK_AT_VECTORS, LOOK_AT_LAYERS, LOOK_AT_NUMBERS, LOOK_AT_X, LOOK_AT_ANSWERS, LOOK_AT_ROWS, LOOK_AT_WORK, LOOK_CALL,
) = range(16)  # fmt: skip
