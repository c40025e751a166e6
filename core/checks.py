from core import registry


def refuse(e): pass
def resolved_output(e):
    if e.output.activation!="auto": return e.output.activation
    return registry.parse("activations", "step" if e.rule.kind=="perceptron" else e.loss.output_activation)
