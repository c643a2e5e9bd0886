namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients of tensors with respect to others.</summary>
    public static class autograd
    {
        /// <summary>The gradients of outputs with respect to inputs, one per input.</summary>
        /// <param name="outputs">What is differentiated.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">The weights of the outputs' elements; may be left out for outputs of one element.</param>
        /// <param name="retain_graph">Keep what was recorded, for another call.</param>
        /// <param name="create_graph">Record this computation too, for derivatives of the gradients; keeps what was recorded.</param>
        /// <param name="allow_unused">An input that the outputs do not depend on gives null; otherwise an error.</param>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            nint[] outs = Handles(outputs), ins = Handles(inputs), weights = Handles(grad_outputs);
            var results = new nint[ins.Length];
            fixed (nint* outPointer = outs, inPointer = ins, weightPointer = weights, resultPointer = results)
            {
                NativeError.Check(NativeMethods.st_autograd_grad(outPointer, outs.Length, inPointer, ins.Length, weightPointer,
                    weights.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, resultPointer));
            }
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => handle == 0 ? null! : new Tensor(handle));
        }

        /// <summary>Computes gradients and adds them to the leaves that require them, or to the inputs only.</summary>
        /// <param name="tensors">What is differentiated.</param>
        /// <param name="grad_tensors">The weights of the elements; may be left out for tensors of one element.</param>
        /// <param name="retain_graph">Keep what was recorded; null keeps it when <paramref name="create_graph"/> is set.</param>
        /// <param name="create_graph">Record this computation too.</param>
        /// <param name="inputs">The only tensors that get gradients; null for all leaves.</param>
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            nint[] outs = Handles(tensors), weights = Handles(grad_tensors), ins = Handles(inputs);
            var retain = retain_graph switch { null => -1, true => 1, false => 0 };
            fixed (nint* outPointer = outs, inPointer = ins, weightPointer = weights)
            {
                NativeError.Check(NativeMethods.st_backward(outPointer, outs.Length, weightPointer, weights.Length, retain,
                    create_graph ? 1 : 0, inPointer, ins.Length));
            }
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(tensor => tensor.Handle)];
    }
}
