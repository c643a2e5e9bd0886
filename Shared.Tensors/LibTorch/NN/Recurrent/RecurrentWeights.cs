using System.Globalization;

namespace TorchSharp.Modules;

/// <summary>The weights of a recurrent network in the order that libtorch takes, and its sizes.</summary>
internal sealed class RecurrentWeights
{
    private RecurrentWeights(RecurrentShape shape, torch.Tensor[] flat) => (Shape, Flat) = (shape, flat);

    internal RecurrentShape Shape { get; }

    /// <summary>For each layer and direction: weight_ih, weight_hh and, with biases, bias_ih and bias_hh.</summary>
    internal torch.Tensor[] Flat { get; }

    internal Argument Argument => Flat;

    /// <summary>Makes and registers the weights under Python's names, uniform within 1 / sqrt(hidden).</summary>
    internal static RecurrentWeights Register(torch.nn.Module module, RecurrentShape shape, torch.Device? device, torch.ScalarType? dtype)
    {
        shape.Check();
        var bound = 1 / Math.Sqrt(shape.Hidden);
        long rows = shape.Gates * shape.Hidden;
        var flat = new List<torch.Tensor>();
        for (var layer = 0L; layer < shape.Layers; layer++)
        {
            var inputs = layer == 0 ? shape.Inputs : shape.Hidden * shape.Directions;
            for (var direction = 0; direction < shape.Directions; direction++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $"_l{layer}{(direction == 0 ? "" : "_reverse")}");
                Add("weight_ih" + suffix, [rows, inputs]);
                Add("weight_hh" + suffix, [rows, shape.Hidden]);
                if (!shape.Bias)
                    continue;
                Add("bias_ih" + suffix, [rows]);
                Add("bias_hh" + suffix, [rows]);
            }
        }
        return new RecurrentWeights(shape, [.. flat]);

        void Add(string name, long[] sizes)
        {
            var parameter = Defaults.Uniform(sizes, bound, device, dtype);
            module.register_parameter(name, parameter);
            flat.Add(parameter);
        }
    }

    /// <summary>One of the weights: 0 and 1 weights, 2 and 3 biases, of inputs and of the state.</summary>
    internal Parameter? Get(long layer, int kind)
    {
        if (layer < 0 || layer >= Shape.Layers * Shape.Directions)
            throw new ArgumentOutOfRangeException(nameof(layer), layer, $"There are {Shape.Layers * Shape.Directions} layers and directions.");
        var each = Shape.Bias ? 4 : 2;
        return kind < each ? (Parameter)Flat[layer * each + kind] : null;
    }

    /// <summary>A state of zeros for an input; null where one is given.</summary>
    internal torch.Tensor? ZeroState(torch.Tensor input, torch.Tensor? given)
    {
        if (given is not null)
            return null;
        var sizes = input.shape;
        var layers = Shape.Layers * Shape.Directions;
        return torch.zeros([layers, sizes[Shape.BatchFirst ? 0 : 1], Shape.Hidden], Flat[0].dtype, input.device);
    }
}
