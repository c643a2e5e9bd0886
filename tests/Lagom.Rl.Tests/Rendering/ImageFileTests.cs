namespace Lagom.Rl.Tests;

public sealed class ImageFileTests
{
    [TestCase(1, 1)]
    [TestCase(7, 5)]
    [TestCase(300, 200)]
    public void Png_AnyPicture_ReadsBackTheSame(int width, int height)
    {
        Frame frame = Noise(width, height, 1 << 24);
        using var stream = new MemoryStream();
        PngImage.Write(stream, frame);
        PngReader.Read(stream.ToArray()).Pixels.ToArray().Should().Equal(frame.Pixels.ToArray());
        using var smooth = new MemoryStream();
        Frame drawn = new CartPole().Render();
        PngImage.Write(smooth, drawn);
        PngReader.Read(smooth.ToArray()).Pixels.SequenceEqual(drawn.Pixels).Should().BeTrue();
        smooth.Length.Should().BeLessThan(drawn.Pixels.Length / 50, "rows like the one above cost next to nothing");
    }

    [TestCase(1, 1, 2)]
    [TestCase(9, 4, 3)]
    [TestCase(400, 300, 256)]
    [TestCase(200, 100, 16)]
    public void Gif_FewColours_ReadsBackTheSame(int width, int height, int colors)
    {
        Frame[] frames = [Noise(width, height, colors), Noise(width, height, colors), Noise(width, height, colors)];
        frames[2] = frames[1].Copied();
        frames[2][width / 2, height / 2] = Rgb.Of(0x123456);
        byte[] file = Written(30, frames);
        List<(Frame Frame, int Delay)> read = GifReader.Read(file);
        read.Should().HaveCount(3);
        for (int i = 0; i < 3; i++)
            read[i].Frame.Pixels.SequenceEqual(frames[i].Pixels).Should().BeTrue($"frame {i}");
        read.Sum(frame => frame.Delay).Should().Be(10, "three frames at 30 a second last a tenth of a second");
    }

    [Test]
    public void Gif_ManyColours_MergesSimilarOnes()
    {
        Frame frame = Gradient(200, 150);
        (Frame read, _) = GifReader.Read(Written(10, frame)).Single();
        double error = 0;
        for (int i = 0; i < frame.Pixels.Length; i++)
            error += Math.Abs(frame.Pixels[i] - read.Pixels[i]);
        (error / frame.Pixels.Length).Should().BeLessThan(6, "256 colours of a gradient lie close to any");
    }

    [Test]
    public void Gif_SameFrame_StoresOnePixel()
    {
        Frame frame = Noise(100, 100, 200);
        byte[] once = Written(10, frame);
        (Written(10, frame, frame).Length - once.Length).Should().BeLessThan(60);
    }

    [Test]
    public void Gif_WrongInput_IsRefused()
    {
        using var stream = new MemoryStream();
        FluentActions.Invoking(() => new GifWriter(stream, 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*at most 50*");
        FluentActions.Invoking(() => new GifWriter(stream, double.NaN)).Should().Throw<ArgumentOutOfRangeException>();
        var writer = new GifWriter(stream, 10);
        writer.Add(new Frame(3, 3));
        writer.Invoking(w => w.Add(new Frame(3, 4))).Should().Throw<ArgumentException>().WithMessage("*3 times 4*");
        writer.Dispose();
        writer.Invoking(w => w.Add(new Frame(3, 3))).Should().Throw<ObjectDisposedException>();
    }

    [Test]
    public void PngSave_MissingFolder_IsMadeAndNothingElseLeft()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "a", "b.png");
            PngImage.Save(path, new Frame(2, 2));
            PngImage.Save(path, Gradient(5, 4));
            PngReader.Read(File.ReadAllBytes(path)).Size.Should().Be(new FrameSize(5, 4));
            Directory.GetFiles(Path.Combine(folder, "a")).Should().ContainSingle();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Written(double framesPerSecond, params Frame[] frames)
    {
        using var stream = new MemoryStream();
        using (var writer = new GifWriter(stream, framesPerSecond))
        {
            foreach (Frame frame in frames)
                writer.Add(frame);
        }

        return stream.ToArray();
    }

    private static Frame Noise(int width, int height, int colors)
    {
        var random = new RandomStream(width * height);
        int[] palette = [.. Enumerable.Range(0, Math.Min(colors, 256)).Select(_ => random.NextInt32(1 << 24))];
        var frame = new Frame(width, height);
        for (int i = 0; i < width * height; i++)
            frame[i % width, i / width] = Rgb.Of(colors > 256 ? random.NextInt32(1 << 24) : palette[random.NextInt32(colors)]);
        return frame;
    }

    private static Frame Gradient(int width, int height)
    {
        var frame = new Frame(width, height);
        for (int i = 0; i < width * height; i++)
            frame[i % width, i / width] = new Rgb((byte)(255 * (i % width) / width), (byte)(255 * (i / width) / height), 128);
        return frame;
    }
}
