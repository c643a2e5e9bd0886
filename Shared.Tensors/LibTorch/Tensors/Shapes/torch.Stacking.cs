namespace TorchSharp;

// Other forms of joining, and dimensions added.
public static partial class torch
{
    /// <inheritdoc cref="cat"/>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => ShapeOperators.Hstack.Call(Argument.Tensors(tensors));

    /// <inheritdoc cref="dstack(IList{Tensor})"/>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => ShapeOperators.Dstack.Call(Argument.Tensors(tensors));

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);

    /// <inheritdoc cref="vstack(IList{Tensor})"/>
    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    /// <summary>Each tensor with at least one dimension.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Array.ConvertAll(input, static tensor => tensor.atleast_1d());

    /// <summary>Each tensor with at least two dimensions.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Array.ConvertAll(input, static tensor => tensor.atleast_2d());

    /// <summary>Each tensor with at least three dimensions.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Array.ConvertAll(input, static tensor => tensor.atleast_3d());

    /// <summary>The shape that tensors of these shapes have together.</summary>
    /// <exception cref="ArgumentException">Sizes differ, and none of them is 1.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var common = new long[shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length)];
        Array.Fill(common, 1);
        foreach (var shape in shapes)
        {
            for (var i = 1; i <= shape.Length; i++)
            {
                if (shape[^i] == 1 || shape[^i] == common[^i])
                    continue;
                if (common[^i] != 1)
                {
                    throw new ArgumentException(
                        $"Shapes [{string.Join("], [", shapes.Select(one => string.Join(", ", one)))}] do not broadcast: dimension {-i} has sizes {common[^i]} and {shape[^i]}.",
                        nameof(shapes));
                }
                common[^i] = shape[^i];
            }
        }
        return common;
    }
}
