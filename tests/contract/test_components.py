"""What every component of every family has to offer; a new one is tested the moment its file exists."""

from __future__ import annotations

import pytest

from core import registry
from core.params import params_of

FAMILIES = (
    "activations",
    "initializers",
    "losses",
    "optimizers",
    "schedules",
    "penalties",
    "tasks",
    "rules",
    "terrains",
    "diagnoses",
)
WITH_FORMULA = ("activations", "initializers", "losses", "optimizers", "schedules", "penalties", "terrains")
ALL = [pytest.param(cls, id=f"{name}-{kind}") for name in FAMILIES for kind, cls in registry.family(name).items()]
FORMULAS = [
    pytest.param(cls, id=f"{name}-{kind}") for name in WITH_FORMULA for kind, cls in registry.family(name).items()
]
KINDS = {
    "activations": "step linear sigmoid tanh relu leaky_relu prelu elu selu gelu silu mish softplus hard_sigmoid hard_tanh hard_swish sine maxout softmax",
    "initializers": "uniform normal xavier_uniform xavier_normal he_uniform he_normal orthogonal constant zeros",
    "losses": "cross_entropy mean_squared half_squared huber absolute hinge mistakes binary_cross_entropies",
    "optimizers": "sgd adagrad adadelta rmsprop rprop adam adamw adamax nadam radam asgd adafactor lbfgs muon",
    "schedules": "constant step exponential cosine warm_restarts one_cycle linear_warmup plateau",
    "penalties": "l1 l2",
    "tasks": "classes values answers",
    "rules": "gradient perceptron",
    "terrains": "bowl ill_conditioned rosenbrock beale booth himmelblau three_hump six_hump matyas rastrigin ackley styblinski_tang saddle monkey_saddle cliff ravine double_well formula",
    "diagnoses": "unscaled_inputs unscaled_targets diverged mode_collapse dead no_slope twins unstable saturated_output far_points linear_units no_hidden_layer saturated small_rate slow stuck overfit_gap",
}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_kind_that_is_promised_is_there(name):
    assert set(KINDS[name].split()) <= set(registry.family(name))


@pytest.mark.parametrize("cls", ALL)
def test_round_trip_through_a_dictionary(cls):
    component = cls()
    values = component.model_dump(mode="python")
    assert values["kind"] == cls.kind_name()
    assert registry.parse(cls.family, values) == component
    assert registry.parse(cls.family, cls.kind_name()) == component


@pytest.mark.parametrize("cls", ALL)
def test_every_field_is_declared_with_label_and_help(cls):
    declared = {param.name: param for param in params_of(cls)}
    assert set(cls.model_fields) - {"kind"} == set(declared)
    for param in declared.values():
        assert param.help.endswith(".") and (param.label or param.type == "layers"), param.name


@pytest.mark.parametrize("cls", ALL)
def test_defaults_lie_in_the_friendly_range_and_that_in_the_hard_limits(cls):
    for param in params_of(cls):
        if param.type in ("number", "integer"):
            limits = param.limits
            assert limits.low <= param.default <= limits.high and limits.whole == (param.type == "integer"), param.name
            for end in (limits.low, limits.high):
                cls.model_validate({"kind": cls.kind_name(), param.name: end})
            for step in limits.steps:
                cls.model_validate({"kind": cls.kind_name(), param.name: step})
        if param.type == "choice":
            assert param.default in [key for key, _ in param.options]
            for key, _ in param.options:
                cls.model_validate({"kind": cls.kind_name(), param.name: key})


@pytest.mark.parametrize("cls", ALL)
def test_it_is_named_and_explained(cls):
    assert cls.label and cls.family
    assert cls.summary().endswith((".", "!", "?")) and len(cls.summary()) < 140
    alone = cls.kind_name() == "gradient"  # a sentence says it all
    assert (len(cls.explanation()) > len(cls.summary())) is not alone


@pytest.mark.parametrize("cls", FORMULAS)
def test_it_has_a_formula(cls):
    assert cls.formula


@pytest.mark.parametrize("name", FAMILIES)
def test_labels_tell_the_components_of_a_family_apart(name):
    labels = [cls.label for cls in registry.family(name).values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("cls", ALL)
def test_an_unknown_key_is_refused(cls):
    with pytest.raises(ValueError):
        cls.model_validate({"kind": cls.kind_name(), "no_such_key": 1})
