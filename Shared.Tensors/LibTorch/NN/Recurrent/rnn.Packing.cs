using Shared.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths.</summary>
            public static partial class rnn
            {
                /// <summary>Stores padded sequences without the padding.</summary>
                /// <param name="input">Time by batch, or batch by time with batch first, then any dimensions.</param>
                /// <param name="lengths">The length of each sequence, at least 1, on the processor.</param>
                /// <param name="batch_first">Whether the batch dimension comes before time.</param>
                /// <param name="enforce_sorted">Whether lengths must be falling already; otherwise they are sorted.</param>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false,
                    bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    using var scope = NewDisposeScope();
                    Tensor? sorted = null, unsorted = null;
                    if (!enforce_sorted)
                    {
                        (lengths, sorted) = lengths.sort(descending: true);
                        sorted = sorted.ToDevice(input.device);
                        unsorted = sorted.argsort();
                        input = input.index_select(batch_first ? 0 : 1, sorted);
                    }
                    var (data, sizes) = NNOperators.PackPaddedSequence.Call2(input, lengths, batch_first);
                    return new PackedSequence(data, sizes, sorted, unsorted).MoveToOuterDisposeScope();
                }

                /// <summary>Stores sequences of different lengths.</summary>
                /// <param name="sequences">Time by any dimensions, each.</param>
                /// <param name="enforce_sorted">Whether lengths must be falling already; otherwise they are sorted.</param>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    using var scope = NewDisposeScope();
                    Tensor[] all = [.. sequences];
                    var lengths = tensor([.. all.Select(sequence => sequence.shape[0])]);
                    return pack_padded_sequence(pad_sequence(all), lengths, enforce_sorted: enforce_sorted).MoveToOuterDisposeScope();
                }

                /// <summary>Pads sequences again, in their order before sorting.</summary>
                /// <param name="sequence">The sequences.</param>
                /// <param name="batch_first">Whether the batch dimension comes before time.</param>
                /// <param name="padding_value">What follows the shorter ones.</param>
                /// <param name="total_length">The length to pad to; null for the longest one.</param>
                /// <returns>The padded sequences and their lengths.</returns>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false,
                    double padding_value = 0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    using var scope = NewDisposeScope();
                    var (padded, lengths) = NNOperators.PadPackedSequence.Call2(
                        sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is { } places)
                    {
                        padded = padded.index_select(batch_first ? 0 : 1, places);
                        lengths = lengths.index_select(0, places.ToDevice(lengths.device));
                    }
                    return (padded.MoveToOuterDisposeScope(), lengths.MoveToOuterDisposeScope());
                }

                /// <summary>Pads sequences to the length of the longest.</summary>
                /// <param name="sequences">Time by any dimensions, each.</param>
                /// <param name="batch_first">Whether the batch dimension comes before time.</param>
                /// <param name="padding_value">What follows the shorter ones.</param>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    return NNOperators.PadSequence.Call(Argument.Tensors(sequences), batch_first, padding_value);
                }
            }
        }
    }
}
