namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The view that all indices but masks and index tensors give, and those by the view's dimensions: a list for
        /// <c>aten::index</c>, empty when there are none.
        /// </summary>
        private Tensor View(TensorIndex[] indices, out List<Tensor?> positions)
        {
            positions = [];
            var view = alias();
            var dim = 0L;
            try
            {
                for (var i = 0; i < indices.Length; i++)
                {
                    var index = indices[i];
                    switch (index.Kind)
                    {
                        case IndexKind.Ellipsis:
                            dim = view.dim() - Consumed(indices.AsSpan(i + 1));
                            break;
                        case IndexKind.Single:
                            Replace(ref view, view.select(dim, index.Start!.Value));
                            break;
                        case IndexKind.Slice:
                            Replace(ref view, ShapeOperators.SliceByTensor.Call(view, dim++, index.Start, index.Stop, index.Step ?? 1));
                            break;
                        case IndexKind.NewDimension:
                            Replace(ref view, view.unsqueeze(dim++));
                            break;
                        case IndexKind.Bool:
                            Replace(ref view, view.unsqueeze(dim));
                            Put(positions, dim++, index.Start == 0 ? torch.zeros([1L], ScalarType.Bool, device) : torch.ones([1L], ScalarType.Bool, device));
                            break;
                        default:
                            Put(positions, dim, index.Positions!);
                            dim += Depth(index.Positions!);
                            break;
                    }
                }
                return view;
            }
            catch
            {
                view.Dispose();
                throw;
            }
        }

        private static void Replace(ref Tensor view, Tensor next)
        {
            view.Dispose();
            view = next;
        }

        private static void Put(List<Tensor?> positions, long dim, Tensor index)
        {
            while (positions.Count < dim)
                positions.Add(null);
            positions.Add(index);
        }

        // A mask stands for as many dimensions as it has.
        private static long Depth(Tensor index) => index.dtype is ScalarType.Bool or ScalarType.Byte ? index.dim() : 1;

        private static long Consumed(ReadOnlySpan<TensorIndex> indices)
        {
            var count = 0L;
            foreach (var index in indices)
            {
                count += index.Kind switch
                {
                    IndexKind.Single or IndexKind.Slice => 1,
                    IndexKind.Positions => Depth(index.Positions!),
                    _ => 0,
                };
            }
            return count;
        }
    }
}
