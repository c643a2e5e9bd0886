using EvolutionStrategies.Policy;

namespace EvolutionStrategies.Report;

/// <summary>What the best policy does: the cart and the pole over the seconds.</summary>
internal static class SwingUpFigure
{
    private const int Every = 10;
    private const double PoleLength = 56;

    public static Figure Draw(IReadOnlyList<CartPole> path)
    {
        var canvas = new SvgCanvas(760, 400, "Position of the cart and the pole over time");
        double end = Math.Max(1, path.Count * CartPole.TimeStep);
        var x = new Axis(0, end, 78, 744);
        var y = new Axis(-CartPole.TrackEnd, CartPole.TrackEnd, 344, 14);
        var frame = new PlotFrame(canvas, x, y);
        frame.DrawAxes("seconds", "position of the cart, m", xTicks: 10);
        for (int i = 0; i < path.Count; i += Every)
        {
            (double cartX, double cartY) = (x.Map(i * CartPole.TimeStep), y.Map(path[i].Position));
            (double sine, double cosine) = Math.SinCos(path[i].Angle);
            canvas.Line(cartX, cartY, cartX + PoleLength * sine, cartY - PoleLength * cosine, "pole");
        }

        frame.Line([.. path.Select((_, i) => i * CartPole.TimeStep)], [.. path.Select(state => state.Position)], "line cart");
        double upright = path.Count == 0 ? 0 : 100.0 * path.Count(state => Math.Cos(state.Angle) > 0.9) / path.Count;
        string caption = $"The cart's position as a line; every {Every * CartPole.TimeStep:0.0} seconds the pole as a stroke from the cart, hanging down at first. " +
            FormattableString.Invariant($"It stands within 26 degrees of upright for {upright:F0} % of the time.");
        return new Figure("swing-up", "The best policy at work", canvas.ToString(), caption);
    }
}
