using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences of different lengths, longest first, stored time by time without padding.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>The elements: all sequences' first ones, all second ones, and so on.</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have an element at each time.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>The place before sorting of each sequence; null where they were sorted.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>The place after sorting of each sequence; null where they were sorted.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batchSizes, Tensor? sortedIndices, Tensor? unsortedIndices)
                    {
                        this.data = data;
                        batch_sizes = batchSizes;
                        sorted_indices = sortedIndices;
                        unsorted_indices = unsortedIndices;
                    }

                    /// <summary>Disposes the tensors.</summary>
                    public void Dispose()
                    {
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    internal PackedSequence MoveToOuterDisposeScope()
                    {
                        data.MoveToOuterDisposeScope();
                        batch_sizes.MoveToOuterDisposeScope();
                        sorted_indices?.MoveToOuterDisposeScope();
                        unsorted_indices?.MoveToOuterDisposeScope();
                        return this;
                    }

                    /// <summary>Other elements of the same sequences, given to the outer dispose scope.</summary>
                    internal PackedSequence With(Tensor elements) =>
                        new PackedSequence(elements, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias())
                            .MoveToOuterDisposeScope();

                    internal Tensor Sorted(Tensor state) => sorted_indices is null ? state : state.index_select(1, sorted_indices);

                    internal Tensor Unsorted(Tensor state) => unsorted_indices is null ? state : state.index_select(1, unsorted_indices);

                    internal Tensor? ZeroState(RecurrentShape shape, Tensor? given) => given is not null ? null
                        : zeros([shape.Layers * shape.Directions, batch_sizes[0].item<long>(), shape.Hidden], data.dtype, data.device);
                }
            }
        }
    }
}
