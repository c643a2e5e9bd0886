namespace Lagom.Rl.Tests;

public sealed class RenderingTests
{
    private static readonly EnvironmentRegistry Registry = new();

    private static IEnumerable<string> Ids => Registry.Specs.Select(spec => spec.Id);

    [TestCaseSource(nameof(Ids))]
    public void Render_EveryBuiltIn_ShowsWhatChanges(string id)
    {
        switch (Registry.Spec(id).Id)
        {
            case "Pendulum-v1" or "MountainCarContinuous-v0" or "LinearQuadratic-v0":
                CheckChanges(Registry.Make<float[], float[]>(id), _ => [0.9f]);
                break;
            case "CartPole-v1" or "MountainCar-v0" or "Acrobot-v1":
                CheckChanges(Registry.Make<float[], int>(id), _ => 1);
                break;
            case "Blackjack-v1":
                CheckChanges(Registry.Make<IReadOnlyList<object>, int>(id), _ => 1);
                break;
            default:
                CheckChanges(Registry.Make<int, int>(id), i => i % 4);
                break;
        }
    }

    [Test]
    public void Render_CartPole_DrawsThePoleWhereItIs()
    {
        var pole = new CartPole();
        pole.ResetTo([1, 0, 0.2, 0]);
        Frame right = pole.Render();
        pole.ResetTo([-1, 0, -0.2, 0]);
        Frame left = pole.Render();
        MeanColumn(right).Should().BeGreaterThan(300 + 60);
        MeanColumn(left).Should().BeLessThan(300 - 60);
        for (int y = 0; y < 400; y++)
            left[10, y].Should().Be(right[589, y], "the scenes mirror each other");
    }

    [Test]
    public void Render_OtherSizes_Fit()
    {
        var taxi = new Taxi();
        taxi.Reset(seed: 1);
        taxi.Render(new FrameSize(50, 90)).Size.Should().Be(new FrameSize(50, 90));
        taxi.Render(new FrameSize(1, 1)).Size.Should().Be(new FrameSize(1, 1));
    }

    [Test]
    public void Render_EnvironmentWithoutPictures_SaysSo() =>
        new Script([[0f]], [1], [false]).Invoking(script => script.Render()).Should().Throw<NotSupportedException>().WithMessage("*Script*IRenderable*");

    private static void CheckChanges<TObservation, TAction>(IEnvironment<TObservation, TAction> environment, Func<int, TAction> action)
        where TObservation : notnull
        where TAction : notnull
    {
        environment.Reset(seed: 3);
        Frame first = environment.Render();
        first.Pixels.ToArray().Distinct().Should().HaveCountGreaterThan(3, "something is drawn");
        environment.Render().Pixels.SequenceEqual(first.Pixels).Should().BeTrue("drawing changes nothing");
        bool hasChanged = false;
        for (int i = 0; i < 6 && !hasChanged; i++)
        {
            bool isOver = environment.Step(action(i)).IsOver;
            hasChanged = !environment.Render().Pixels.SequenceEqual(first.Pixels);
            if (isOver)
                environment.Reset();
        }

        hasChanged.Should().BeTrue();
    }

    // The mean column of what has the colour of the pole.
    private static double MeanColumn(Frame frame)
    {
        double sum = 0, count = 0;
        for (int i = 0; i < frame.Width * frame.Height; i++)
        {
            if (frame[i % frame.Width, i / frame.Width] != Palette.Orange)
                continue;
            sum += i % frame.Width;
            count++;
        }

        count.Should().BeGreaterThan(100);
        return sum / count;
    }
}
