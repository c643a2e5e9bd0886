namespace Lagom.Rl.Tests;

public sealed class ImageWrapperTests
{
    private static readonly float[] Any = [0, 5];

    [Test]
    public void Chain_OfPictures_HasTheShapesOfTheField()
    {
        var pictures = new RenderObservation<float[], int>(new CartPole(), new FrameSize(60, 40));
        ((Box)pictures.ObservationSpace).Shape.Should().Equal(40, 60, 3);
        var chain = new FrameStack<int>(new ScaleObservation<int>(new ResizeObservation<int>(new GrayscaleObservation<int>(new CropObservation<int>(pictures, 10, 0, new FrameSize(40, 40))), new FrameSize(20, 20))), 4);
        ((Box)chain.ObservationSpace).Shape.Should().Equal(4, 20, 20);
        float[] first = chain.Reset(seed: 1).Observation;
        first.Should().HaveCount(1600).And.OnlyContain(number => number >= 0 && number <= 1);
        first.Distinct().Should().HaveCountGreaterThan(10);
        chain.ObservationSpace.Contains(first).Should().BeTrue();
        chain.Step(1).Observation.Should().NotEqual(first);
    }

    [Test]
    public void Pictures_Numbers_AreThoseOfTheRules()
    {
        float[] picture = [.. Enumerable.Range(0, 4 * 2 * 3).Select(i => (float)i)];
        var colors = new Pictures(picture, 2, 4, 3);
        new GrayscaleObservation<float[]>(colors).Reset().Observation[1].Should().BeApproximately(0.299f * 3 + 0.587f * 4 + 0.114f * 5, 1e-5f);
        ((Box)new GrayscaleObservation<float[]>(colors, keepChannel: true).ObservationSpace).Shape.Should().Equal(2, 4, 1);
        new CropObservation<float[]>(colors, 1, 1, new FrameSize(2, 1)).Reset().Observation.Should().Equal(15, 16, 17, 18, 19, 20);
        float[] halved = new ResizeObservation<float[]>(colors, new FrameSize(2, 1)).Reset().Observation;
        halved[0].Should().BeApproximately((0 + 3 + 12 + 15) / 4f, 1e-5f);
        halved[4].Should().BeApproximately((7 + 10 + 19 + 22) / 4f, 1e-5f);
        new ScaleObservation<float[]>(colors).Reset().Observation[5].Should().Be(5 / 255f);
    }

    [Test]
    public void Pictures_WrongShape_AreRefused()
    {
        var numbers = new Script([Any], [1], [false]);
        FluentActions.Invoking(() => new ScaleObservation<float[]>(numbers)).Should().Throw<ArgumentException>().WithMessage("*height, width*");
        var grey = new Pictures(new float[12], 3, 4, 1);
        FluentActions.Invoking(() => new GrayscaleObservation<float[]>(grey)).Should().Throw<ArgumentException>().WithMessage("*1 channels*");
        FluentActions.Invoking(() => new CropObservation<float[]>(grey, 2, 0, new FrameSize(3, 1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*4 times 3*");
        FluentActions.Invoking(() => new ResizeObservation<float[]>(grey, default)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new RenderObservation<float[], float[]>(numbers)).Should().Throw<NotSupportedException>();
    }

    private sealed class Pictures(float[] picture, int height, int width, int channels) : IEnvironment<float[], float[]>
    {
        public Space<float[]> ObservationSpace { get; } = new Box(0, 255, height, width, channels);

        public Space<float[]> ActionSpace { get; } = new Box(-1, 1, 1);

        public ResetResult<float[]> Reset(long? seed = null, IReadOnlyDictionary<string, object>? options = null) => new(picture, StepInfo.None);

        public StepResult<float[]> Step(float[] action) => new(picture, 0, Terminated: false, Truncated: false, StepInfo.None);
    }
}
