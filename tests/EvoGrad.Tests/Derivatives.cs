using Shared.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace EvoGrad.Tests;

/// <summary>Short names for what the tests differentiate and compare.</summary>
internal static class Derivatives
{
    /// <summary>The derivative of a number, itself differentiable.</summary>
    public static Tensor By(this Tensor of, Tensor by) => autograd.grad([of], [by], create_graph: true)[0];

    public static double Number(this Tensor tensor) => tensor.detach().ToScalar().ToDouble();

    public static double[] Numbers(this Tensor tensor) => tensor.detach().type(ScalarType.Float64).ToArray<double>();

    /// <summary>A parameter that requires its gradient.</summary>
    public static Tensor Learnt(params double[] numbers) => tensor(numbers, requires_grad: true);

    public static Tensor LearntNumber(double number) => tensor(number, requires_grad: true);

    public static Tensor Matrix(double[][] rows, bool requiresGrad = false) =>
        tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length], requires_grad: requiresGrad);

    /// <summary>Compares number by number, relative to the size of the expected ones.</summary>
    public static void ShouldMatch(this IEnumerable<double> actual, IEnumerable<double> expected, double relative = 1e-9)
    {
        double[] wanted = [.. expected];
        double scale = wanted.Max(Math.Abs);
        actual.Should().Equal(wanted, (a, e) => Math.Abs(a - e) <= relative * Math.Max(1e-12 + scale, Math.Abs(e)));
    }
}
