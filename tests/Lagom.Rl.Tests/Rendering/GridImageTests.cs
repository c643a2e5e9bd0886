using System.Text.Json;

namespace Lagom.Rl.Tests;

public sealed class GridImageTests
{
    private static readonly JsonElement Vectors = Golden.Read("lagom/vis.json");

    [Test]
    public void Compose_GoldenGrids_Match()
    {
        int grids = 0;
        foreach (JsonElement item in Vectors.Items("grid_image"))
        {
            byte padding = (byte)item.Number("pad_value");
            var grid = new GridImage(item.GetProperty("ncol").GetInt32(), item.GetProperty("padding").GetInt32(), new Rgb(padding, padding, padding));
            foreach (JsonElement added in item.Items("added"))
                Add(grid, added, item.GetProperty("name").GetString()!.StartsWith("float", StringComparison.Ordinal));
            Frame composed = grid.Compose();
            item.GetProperty("shape").Numbers().Should().Equal(composed.Height, composed.Width, 3);
            Channel(composed, color => color.Red).Should().Equal(item.Numbers("channel_R"));
            Channel(composed, color => color.Blue).Should().Equal(item.Numbers("channel_B"));
            grids++;
        }

        grids.Should().Be(4);
    }

    [Test]
    public void Within_GoldenWindows_Match()
    {
        foreach (JsonElement item in Vectors.Items("image_viewer_window"))
        {
            FrameSize size = new FrameSize((int)item.Number("width"), (int)item.Number("height")).Within((int)item.Number("max_width"));
            item.Numbers("window").Should().Equal(size.Width, size.Height);
        }
    }

    [Test]
    public void Add_WrongPictures_IsRefused()
    {
        var grid = new GridImage();
        grid.Invoking(g => g.Compose()).Should().Throw<InvalidOperationException>();
        grid.Add([0.5f, float.NaN, 2, -1], 1, new FrameSize(2, 2));
        grid.Compose().Pixels.ToArray().Max().Should().Be(255, "numbers beyond 1 are clamped");
        grid.Invoking(g => g.Add(new Frame(2, 3))).Should().Throw<ArgumentException>().WithMessage("*2 times 3*");
        grid.Invoking(g => g.Add(new byte[5], 1, new FrameSize(2, 2))).Should().Throw<ArgumentException>().WithMessage("*multiple of 4*");
        grid.Invoking(g => g.Add(new byte[8], 2, new FrameSize(2, 2))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*1 channel*");
        grid.Count.Should().Be(1);
    }

    private static double[] Channel(Frame frame, Func<Rgb, byte> part) =>
        [.. Enumerable.Range(0, frame.Width * frame.Height).Select(i => (double)part(frame[i % frame.Width, i / frame.Width]))];

    private static void Add(GridImage grid, JsonElement added, bool isFloat)
    {
        int[] shape = Shape(added);
        var size = new FrameSize(shape[^1], shape[^2]);
        int channels = shape.Length > 2 ? shape[^3] : 1;
        if (isFloat)
            grid.Add(added.Singles(), channels, size);
        else
            grid.Add([.. added.Numbers().Select(number => (byte)number)], channels, size);
    }

    private static int[] Shape(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [element.GetArrayLength(), .. Shape(element[0])] : [];
}
