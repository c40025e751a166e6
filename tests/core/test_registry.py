"""The registry's doors: by contract, with the type back, and by a family's name."""

import pytest
from pydantic_core import PydanticCustomError

from core import registry
from core.families import Dataset, Diagnosis, Initializer, Layer, Loss, Optimizer, Penalty, Rule, Schedule, Task
from core.families.activation import Activation
from core.families.terrain import Terrain
from core.probing.probe import Probe

CONTRACTS = (
    *(Dataset, Task, Layer, Activation, Initializer, Loss),
    *(Rule, Optimizer, Schedule, Penalty, Probe, Terrain, Diagnosis),
)


def test_every_family_has_its_contract():
    assert tuple(contract.family for contract in CONTRACTS) == registry.FAMILIES


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.family)
def test_a_contract_finds_what_its_family_holds(contract):
    kinds = registry.kinds(contract)
    assert list(kinds.items()) == list(registry.family(contract.family).items())
    assert all(registry.kind_of(contract, kind) is cls for kind, cls in kinds.items())


def test_what_is_read_is_of_the_contract():
    assert registry.read(Layer, {"kind": "dense", "name": "h1"}).name == "h1"
    assert registry.read(Terrain, "bowl") == registry.kinds(Terrain)["bowl"]()


def test_what_is_not_known_is_refused_with_what_is():
    with pytest.raises(ValueError, match="'l3' is not known; allowed: l1, l2"):
        registry.kind_of(Penalty, "l3")


def test_a_component_of_another_family_is_refused():
    with pytest.raises(PydanticCustomError, match="a component of terrains does not belong here"):
        registry.read(Layer, registry.read(Terrain, "bowl"))


def test_only_the_rule_of_its_own_has_a_rate_of_its_own():
    optimizer = registry.read(Optimizer, {"kind": "sgd", "lr": 0.25})
    assert registry.read(Rule, "gradient").lr_beside(optimizer) == 0.25
    assert registry.read(Rule, {"kind": "perceptron", "lr": 2.0}).lr_beside(optimizer) == 2.0


def test_only_an_l1_that_is_asked_to_cuts_links():
    asked = [registry.read(Penalty, each) for each in ("l1", "l2", {"kind": "l1", "kill": True})]
    assert [penalty.cuts for penalty in asked] == [False, False, True]
