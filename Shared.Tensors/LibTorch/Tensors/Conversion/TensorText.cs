using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes the elements of tensors; long dimensions keep three elements at either end.</summary>
internal sealed class TensorText(string? format, int? width, CultureInfo? culture, string? newLine)
{
    // As NumPy does: from here on only the ends of each dimension are written.
    private const int SummaryThreshold = 1000;
    private const int Edge = 3;

    private readonly CultureInfo _culture = culture ?? CultureInfo.InvariantCulture;
    private readonly string _newLine = newLine ?? Environment.NewLine;
    private readonly StringBuilder _text = new();

    /// <summary>The elements in brackets, as NumPy writes them.</summary>
    internal string Numpy(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        Brackets(Shown(tensor), tensor.numel() > SummaryThreshold, 0);
        return _text.ToString();
    }

    /// <summary>Shape, type and device, then a table for each matrix.</summary>
    internal string Julia(torch.Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        _text.Append(tensor.ToString());
        var shown = Shown(tensor);
        var summary = tensor.numel() > SummaryThreshold;
        if (tensor.ndim == 0)
            _text.Append(_newLine).Append(Number(shown));
        else if (tensor.ndim <= 2)
            Table(tensor.ndim == 1 ? shown.unsqueeze(0) : shown, summary);
        else
            Tables(shown, summary, "");
        return _text.ToString();
    }

    private static torch.Tensor Shown(torch.Tensor tensor) => tensor.detach().cpu();

    private void Brackets(torch.Tensor part, bool summary, int depth)
    {
        if (part.ndim == 0)
        {
            _text.Append(Number(part));
            return;
        }
        _text.Append('[');
        var between = part.ndim == 1 ? " " : _newLine + new string(' ', depth + 1);
        var first = true;
        foreach (var index in Positions(part.shape[0], summary))
        {
            if (!first)
                _text.Append(between);
            first = false;
            if (index < 0)
                _text.Append("...");
            else
                Brackets(part[index], summary, depth + 1);
        }
        _text.Append(']');
    }

    private void Tables(torch.Tensor part, bool summary, string place)
    {
        if (part.ndim == 2)
        {
            _text.Append(_newLine).Append('[').Append(place).Append("..,..] =");
            Table(part, summary);
            return;
        }
        foreach (var index in Positions(part.shape[0], summary))
        {
            if (index < 0)
                _text.Append(_newLine).Append("...");
            else
                Tables(part[index], summary, string.Create(CultureInfo.InvariantCulture, $"{place}{index},"));
        }
    }

    private void Table(torch.Tensor matrix, bool summary)
    {
        foreach (var row in Positions(matrix.shape[0], summary))
        {
            _text.Append(_newLine);
            if (row < 0)
                _text.Append(" ...");
            else
                foreach (var column in Positions(matrix.shape[1], summary))
                    _text.Append(' ').Append(column < 0 ? "..." : Number(matrix[row, column]));
        }
    }

    private string Number(torch.Tensor element)
    {
        var text = element.dtype switch
        {
            torch.ScalarType.Float64 => Real(element.item<double>()),
            torch.ScalarType.Float32 => Real(element.item<float>()),
            torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => Real(element.@float().item<float>()),
            torch.ScalarType.Bool => element.item<bool>() ? "True" : "False",
            torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64 =>
                element.type(torch.ScalarType.ComplexFloat64).item<System.Numerics.Complex>().ToString(format ?? "G5", _culture),
            _ => element.@long().item<long>().ToString(_culture),
        };
        return text.PadLeft(width ?? 0);
    }

    private string Real(double value) => value.ToString(format ?? "G5", _culture);

    // -1 stands for those that are left out.
    private static IEnumerable<long> Positions(long count, bool summary)
    {
        if (!summary || count <= 2 * Edge)
            return Enumerable.Range(0, (int)count).Select(index => (long)index);
        return [0, 1, 2, -1, count - 3, count - 2, count - 1];
    }
}
