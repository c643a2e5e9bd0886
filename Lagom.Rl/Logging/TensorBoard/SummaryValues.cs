using System.Numerics.Tensors;
using System.Text;

namespace Lagom.Rl;

/// <summary>The values that a summary of TensorBoard's event files can have; field numbers are those of <c>summary.proto</c> and <c>tensor.proto</c>.</summary>
internal static class SummaryValues
{
    private const int TextType = 7;

    public static ProtoMessage Scalar(string tag, double value) => Tagged(tag).Single(2, (float)value);

    public static ProtoMessage Image(string tag, int width, int height, int channels, ReadOnlySpan<byte> png) => Tagged(tag)
        .Message(4, new ProtoMessage().Integer(1, height).Integer(2, width).Integer(3, channels).Bytes(4, png));

    public static ProtoMessage Text(string tag, string text) => Tagged(tag)
        .Message(8, new ProtoMessage()
            .Integer(1, TextType)
            .Message(2, new ProtoMessage().Message(2, new ProtoMessage().Integer(1, 1)))
            .Bytes(8, Encoding.UTF8.GetBytes(text)))
        .Message(9, PluginData("text", []));

    /// <summary>Numbers in bins of equal width; TensorBoard bins them anew for its display.</summary>
    public static ProtoMessage Histogram(string tag, ReadOnlySpan<double> finite, int bins)
    {
        double min = TensorPrimitives.Min(finite);
        double max = TensorPrimitives.Max(finite);
        double width = (max - min) / bins;
        if (!(width > 0) || !double.IsFinite(width))
            (bins, width) = (1, 0);
        var limits = new double[bins];
        var counts = new double[bins];
        for (int i = 0; i < bins; i++)
            limits[i] = i == bins - 1 ? max : min + width * (i + 1);
        foreach (double value in finite)
            counts[width == 0 ? 0 : Math.Min(bins - 1, (int)((value - min) / width))]++;
        return Tagged(tag).Message(5, new ProtoMessage()
            .Double(1, min).Double(2, max).Double(3, finite.Length)
            .Double(4, TensorPrimitives.Sum(finite)).Double(5, TensorPrimitives.SumOfSquares(finite))
            .Doubles(6, limits).Doubles(7, counts));
    }

    /// <summary>A value of the plugin for hyperparameters, which has its content among the metadata.</summary>
    public static ProtoMessage Hyperparameters(string tag, ProtoMessage content) => Tagged(tag).Message(9, PluginData("hparams", content.ToBytes()));

    private static ProtoMessage Tagged(string tag) => new ProtoMessage().Text(1, tag);

    private static ProtoMessage PluginData(string plugin, ReadOnlySpan<byte> content) =>
        new ProtoMessage().Message(1, new ProtoMessage().Text(1, plugin).Bytes(2, content));
}
