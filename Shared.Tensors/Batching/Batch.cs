using TorchSharp;

namespace Shared.Tensors;

/// <summary>Functions of one row, or of some rows, applied to all rows of a tensor; and derivatives row by row.</summary>
/// <remarks>
/// What a function creates is disposed after its row or chunk, but for its result; gradients flow through all of them. A function that
/// already takes a batch is faster on the whole batch.
/// </remarks>
public static class Batch
{
    /// <summary>The function's results for the rows, stacked along a new first dimension.</summary>
    /// <param name="input">The rows along the first dimension, at least one.</param>
    /// <param name="function">From one row, without the first dimension, to a tensor of a shape that all rows share.</param>
    public static torch.Tensor Map(torch.Tensor input, Func<torch.Tensor, torch.Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Evaluate(input, 1, chunk => Row(chunk, function));
    }

    /// <summary>
    /// The function's results for chunks of rows, joined along the first dimension: bounded memory for batches of any size.
    /// </summary>
    /// <param name="input">The rows along the first dimension, at least one.</param>
    /// <param name="rows">How many rows the function gets at most. Range: at least 1.</param>
    /// <param name="function">From some rows to as many rows of results.</param>
    public static torch.Tensor Chunked(torch.Tensor input, long rows, Func<torch.Tensor, torch.Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return Evaluate(input, rows, function);
    }

    /// <summary>The derivatives of every output with respect to every element of an input: a matrix, a row for each output.</summary>
    /// <param name="outputs">The outputs, of any shape, computed from the input with gradients recorded. What was recorded is kept.</param>
    /// <param name="input">With respect to what; of any shape.</param>
    /// <returns>A matrix of as many rows as outputs and as many columns as elements of the input; without autograd record.</returns>
    public static torch.Tensor Jacobian(torch.Tensor outputs, torch.Tensor input) => RowGradients(outputs, [input])[0];

    /// <summary>The gradient of every row's loss with respect to the parameters, as matrices: a row for each loss.</summary>
    /// <param name="losses">One number a row, computed with gradients recorded. What was recorded is kept.</param>
    /// <param name="parameters">With respect to what; those that the losses do not depend on get zeros.</param>
    /// <returns>For each parameter a matrix of as many rows as losses and as many columns as its elements.</returns>
    public static IReadOnlyList<torch.Tensor> RowGradients(torch.Tensor losses, IReadOnlyList<torch.Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(losses);
        ArgumentNullException.ThrowIfNull(parameters);
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor flat = losses.reshape(-1);
        torch.Tensor[] gradients = [.. parameters.Select(parameter =>
            torch.zeros([flat.numel(), parameter.numel()], parameter.dtype, parameter.device))];
        torch.Tensor[] inputs = [.. parameters];
        for (long row = 0; row < flat.numel(); row++)
        {
            using DisposeScope inner = torch.NewDisposeScope();
            IList<torch.Tensor> found = torch.autograd.grad([flat[row]], inputs, retain_graph: true, allow_unused: true);
            for (int i = 0; i < gradients.Length; i++)
            {
                if (found[i] is { } gradient)
                    gradients[i][row].copy_(gradient.reshape(-1));
            }
        }

        foreach (torch.Tensor gradient in gradients)
            gradient.MoveToOuterDisposeScope();
        return gradients;
    }

    private static torch.Tensor Row(torch.Tensor chunk, Func<torch.Tensor, torch.Tensor> function) => function(chunk[0]).unsqueeze(0);

    private static torch.Tensor Evaluate(torch.Tensor input, long rows, Func<torch.Tensor, torch.Tensor> function)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.ndim == 0 || input.shape[0] == 0)
            throw new ArgumentException("The input has no rows; at least one is needed to know the results' shape.", nameof(input));
        using DisposeScope scope = torch.NewDisposeScope();
        var results = new List<torch.Tensor>();
        for (long start = 0; start < input.shape[0]; start += rows)
        {
            using DisposeScope inner = torch.NewDisposeScope();
            torch.Tensor chunk = input.narrow(0, start, Math.Min(rows, input.shape[0] - start));
            torch.Tensor result = function(chunk) ?? throw new ArgumentException("The function returned null.", nameof(function));
            results.Add(result.MoveToOuterDisposeScope());
        }

        return torch.cat(results).MoveToOuterDisposeScope();
    }
}
