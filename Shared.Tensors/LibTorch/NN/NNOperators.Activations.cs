namespace TorchSharp;

internal static partial class NNOperators
{
    internal static readonly Operator Celu = new("aten::celu");
    internal static readonly Operator CeluInPlace = new("aten::celu_");
    internal static readonly Operator Elu = new("aten::elu");
    internal static readonly Operator EluInPlace = new("aten::elu_");
    internal static readonly Operator Gelu = new("aten::gelu");
    internal static readonly Operator Glu = new("aten::glu");
    internal static readonly Operator Hardshrink = new("aten::hardshrink");
    internal static readonly Operator Hardsigmoid = new("aten::hardsigmoid");
    internal static readonly Operator HardsigmoidInPlace = new("aten::hardsigmoid_");
    internal static readonly Operator Hardswish = new("aten::hardswish");
    internal static readonly Operator HardswishInPlace = new("aten::hardswish_");
    internal static readonly Operator Hardtanh = new("aten::hardtanh");
    internal static readonly Operator HardtanhInPlace = new("aten::hardtanh_");
    internal static readonly Operator LeakyRelu = new("aten::leaky_relu");
    internal static readonly Operator LeakyReluInPlace = new("aten::leaky_relu_");
    internal static readonly Operator Mish = new("aten::mish");
    internal static readonly Operator Relu6 = new("aten::relu6");
    internal static readonly Operator Relu6InPlace = new("aten::relu6_");
    internal static readonly Operator Rrelu = new("aten::rrelu");
    internal static readonly Operator RreluInPlace = new("aten::rrelu_");
    internal static readonly Operator Selu = new("aten::selu");
    internal static readonly Operator SeluInPlace = new("aten::selu_");
    internal static readonly Operator Silu = new("aten::silu");
    internal static readonly Operator Softplus = new("aten::softplus");
    internal static readonly Operator Softshrink = new("aten::softshrink");
    internal static readonly Operator Threshold = new("aten::threshold");
    internal static readonly Operator ThresholdInPlace = new("aten::threshold_");
}
