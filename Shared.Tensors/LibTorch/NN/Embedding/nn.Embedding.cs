using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A learned vector per index, normal at first.</summary>
        /// <param name="num_embeddings">Indices.</param>
        /// <param name="embedding_dims">Elements of a vector.</param>
        /// <param name="padding_idx">The index whose vector is 0 at first and gets no gradient; null for none.</param>
        /// <param name="max_norm">The length to which used vectors are shortened in place; null for any.</param>
        /// <param name="norm_type">The norm that measures the length.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the input.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
            double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            var weight = new Parameter(empty(num_embeddings, embedding_dims, dtype: dtype, device: device));
            init.normal_(weight);
            var embedding = new Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            if (padding_idx is { } index)
                ClearRow(weight, index);
            return embedding;
        }

        /// <summary>Given vectors per index.</summary>
        /// <param name="embeddings">Indices by vector elements; taken over.</param>
        /// <param name="freeze">Whether they are not learned.</param>
        /// <param name="padding_idx">The index whose vector gets no gradient; null for none.</param>
        /// <param name="max_norm">The length to which used vectors are shortened in place; null for any.</param>
        /// <param name="norm_type">The norm that measures the length.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the input.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="device">Where the parameters are; null for where the vectors are.</param>
        /// <param name="dtype">The parameters' type; null for the vectors'.</param>
        /// <exception cref="ArgumentException">The tensor does not have two dimensions.</exception>
        public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null,
            double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null,
            ScalarType? dtype = null) =>
            new(Pretrained(embeddings, freeze, device, dtype), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);

        /// <summary>The sums, means or largest elements of learned vectors of bags of indices; the vectors are normal at first.</summary>
        /// <param name="num_embeddings">Indices.</param>
        /// <param name="embedding_dims">Elements of a vector.</param>
        /// <param name="max_norm">The length to which used vectors are shortened in place; null for any.</param>
        /// <param name="norm_type">The norm that measures the length.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the input.</param>
        /// <param name="mode">What becomes of the vectors of a bag.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="include_last_offset">Whether the last offset is the end of the last bag.</param>
        /// <param name="padding_index">The index that does not count and whose vector is 0 at first; -1 for none.</param>
        /// <param name="device">Where the parameters are; null for the processor.</param>
        /// <param name="dtype">The parameters' type; null for the default one.</param>
        /// <exception cref="ArgumentException">The padding index is no index.</exception>
        public static EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false,
            long padding_index = -1, Device? device = null, ScalarType? dtype = null)
        {
            var weight = new Parameter(empty(num_embeddings, embedding_dims, dtype: dtype, device: device));
            init.normal_(weight);
            var bag = new EmbeddingBag(weight, mode, max_norm, norm_type, scale_grad_by_freq, sparse, include_last_offset, padding_index);
            if (padding_index >= 0)
                ClearRow(weight, padding_index);
            return bag;
        }

        /// <summary>The sums, means or largest elements of given vectors of bags of indices.</summary>
        /// <param name="embeddings">Indices by vector elements; taken over.</param>
        /// <param name="freeze">Whether they are not learned.</param>
        /// <param name="max_norm">The length to which used vectors are shortened in place; null for any.</param>
        /// <param name="norm_type">The norm that measures the length.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the input.</param>
        /// <param name="mode">What becomes of the vectors of a bag.</param>
        /// <param name="sparse">Whether the gradient is a sparse tensor.</param>
        /// <param name="include_last_offset">Whether the last offset is the end of the last bag.</param>
        /// <param name="padding_index">The index that does not count; -1 for none.</param>
        /// <param name="device">Where the parameters are; null for where the vectors are.</param>
        /// <param name="dtype">The parameters' type; null for the vectors'.</param>
        /// <exception cref="ArgumentException">The tensor does not have two dimensions, or the padding index is no index.</exception>
        public static EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false,
            long padding_index = -1, Device? device = null, ScalarType? dtype = null) =>
            new(Pretrained(embeddings, freeze, device, dtype), mode, max_norm, norm_type, scale_grad_by_freq, sparse, include_last_offset, padding_index);

        private static Parameter Pretrained(Tensor embeddings, bool freeze, Device? device, ScalarType? dtype)
        {
            ArgumentNullException.ThrowIfNull(embeddings);
            if (embeddings.ndim != 2)
                throw new ArgumentException($"Embeddings must have two dimensions; these have {embeddings.ndim}.", nameof(embeddings));
            var data = device is null && dtype is null ? embeddings
                : FactoryOperators.ToByDevice.Call(embeddings, device ?? embeddings.device, dtype ?? embeddings.dtype);
            return new Parameter(data, !freeze);
        }

        private static void ClearRow(Parameter weight, long index)
        {
            using var row = weight.detach()[index];
            row.zero_();
        }
    }
}
