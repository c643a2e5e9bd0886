using System.Numerics;

namespace Lagom.Rl.Tests;

public sealed class DrawingTests
{
    [Test]
    public void Polygon_Square_CoversItsAreaExactly()
    {
        var frame = new Frame(20, 20);
        new Canvas(frame, Vector2.Zero, new Vector2(20)).Rectangle(new Vector2(3.25f, 4.5f), new Vector2(10.75f, 12), Rgb.White);
        Ink(frame).Should().BeApproximately(7.5 * 7.5, 0.05);
        frame[5, 6].Should().Be(Rgb.White);
        frame[3, 6].Red.Should().BeInRange(190, 193, "three quarters of the pixel are covered");
        frame[2, 6].Should().Be(Rgb.Black);
    }

    [Test]
    public void Shapes_Areas_AreThoseOfGeometry()
    {
        var disc = new Frame(100, 100);
        new Canvas(disc, new Vector2(-50), new Vector2(50)).Disc(new Vector2(3.3f, -4.1f), 30, Rgb.White);
        Ink(disc).Should().BeApproximately(Math.PI * 900, 5);
        var line = new Frame(100, 100);
        new Canvas(line, new Vector2(-1), new Vector2(1)).Line(new Vector2(-0.5f, -0.3f), new Vector2(0.4f, 0.6f), 0.2f, Rgb.White);
        double length = 50 * Math.Sqrt(0.9 * 0.9 + 0.9 * 0.9);
        Ink(line).Should().BeApproximately(length * 10 + Math.PI * 25, 3);
        var triangle = new Frame(60, 60);
        new Canvas(triangle, new Vector2(0, 60), new Vector2(60, 0)).Polygon([new(5, 5), new(50.5f, 8), new(20, 49)], Rgb.White);
        Ink(triangle).Should().BeApproximately(0.5 * Math.Abs(45.5 * 44 - 3 * 15), 2);
    }

    [Test]
    public void Shapes_BeyondThePicture_AreCut()
    {
        var frame = new Frame(10, 10);
        var canvas = new Canvas(frame, Vector2.Zero, new Vector2(10));
        canvas.Disc(new Vector2(-100, 5), 20, Rgb.White);
        canvas.Line(new Vector2(float.NaN), new Vector2(1e9f), 1, Rgb.White);
        canvas.Polygon([new(float.PositiveInfinity, 0), new(1, 1), new(0, 1)], Rgb.White);
        canvas.Polygon([new(20, 20), new(30, 20), new(30, 30)], Rgb.White);
        canvas.Polygon([new(1, 1)], Rgb.White);
        Ink(frame).Should().Be(0);
        canvas.Rectangle(new Vector2(-1e6f), new Vector2(1e6f), Rgb.White);
        Ink(frame).Should().BeApproximately(100, 1e-6);
    }

    [Test]
    public void Canvas_OtherProportions_ShowsTheViewWholeInTheMiddle()
    {
        var frame = new Frame(40, 20);
        var canvas = new Canvas(frame, new Vector2(-1, 1), new Vector2(1, -1));
        canvas.Scale.Should().Be(10);
        canvas.Rectangle(new Vector2(-1, 0), new Vector2(0, 1), Rgb.White);
        frame[12, 5].Should().Be(Rgb.White, "y grows upwards here");
        frame[9, 5].Should().Be(Rgb.Black);
        frame[12, 15].Should().Be(Rgb.Black);
        FluentActions.Invoking(() => new Canvas(frame, Vector2.Zero, Vector2.UnitX)).Should().Throw<ArgumentException>().WithMessage("*not 0*");
    }

    [Test]
    public void Text_Digit_ShowsItsDots()
    {
        var frame = new Frame(5, 7);
        new Canvas(frame, Vector2.Zero, new Vector2(5, 7)).Text("1", new Vector2(2.5f, 3.5f), 7, Rgb.White);
        frame[2, 0].Should().Be(Rgb.White);
        frame[1, 6].Should().Be(Rgb.White);
        frame[0, 0].Should().Be(Rgb.Black);
        Ink(frame).Should().BeApproximately(10, 0.1);
    }

    [Test]
    public void Resized_Pictures_KeepTheirMean()
    {
        var frame = new Frame(10, 6);
        for (int i = 0; i < frame.Pixels.Length; i++)
            frame.Pixels[i] = (byte)(i * 37 % 256);
        frame.Resized(new FrameSize(10, 6)).Pixels.ToArray().Should().Equal(frame.Pixels.ToArray());
        Frame small = frame.Resized(new FrameSize(5, 3));
        small[0, 0].Red.Should().Be((byte)((frame[0, 0].Red + frame[1, 0].Red + frame[0, 1].Red + frame[1, 1].Red) / 4.0 + 0.5));
        Mean(frame.Resized(new FrameSize(7, 4))).Should().BeApproximately(Mean(frame), 0.6);
        var flat = new Frame(3, 2);
        flat.Clear(new Rgb(10, 20, 30));
        flat.Resized(new FrameSize(8, 9))[7, 8].Should().Be(new Rgb(10, 20, 30));
        frame.Cropped(2, 1, new FrameSize(3, 4))[1, 2].Should().Be(frame[3, 3]);
        frame.Grey()[4, 4].Should().Match<Rgb>(grey => grey.Red == grey.Green && grey.Green == grey.Blue);
        frame.Invoking(f => f.Cropped(8, 0, new FrameSize(3, 1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*10 times 6*");
        FluentActions.Invoking(() => new Frame(0, 5)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*1 to 16384*");
        frame.Invoking(f => f[10, 0]).Should().Throw<ArgumentOutOfRangeException>();
    }

    // How many pixels' worth of white there is.
    private static double Ink(Frame frame) => frame.Pixels.ToArray().Sum(part => part / 255.0) / 3;

    private static double Mean(Frame frame) => frame.Pixels.ToArray().Average(part => part);
}
