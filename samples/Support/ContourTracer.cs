namespace SampleSupport;

/// <summary>Marching squares: the lines along which a grid of values, taken as 0 outside, equals a level.</summary>
internal static class ContourTracer
{
    /// <summary>Traces closed outlines; coordinates are in cells, the value [i, j] standing at (i, j).</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Trace(double[,] values, double level)
    {
        // A segment joins two crossed grid edges and has the high side on its left, so each crossed edge starts one segment.
        var next = new Dictionary<Edge, Edge>();
        for (int i = -1; i < values.GetLength(0); i++)
        {
            for (int j = -1; j < values.GetLength(1); j++)
                AddSquare(values, level, i, j, next);
        }

        var loops = new List<IReadOnlyList<(double X, double Y)>>();
        while (next.Count > 0)
        {
            var loop = new List<(double X, double Y)>();
            Edge edge = next.Keys.First();
            while (next.Remove(edge, out Edge following))
            {
                loop.Add(Crossing(values, level, edge));
                edge = following;
            }

            loops.Add(loop);
        }

        return loops;
    }

    private static void AddSquare(double[,] values, double level, int i, int j, Dictionary<Edge, Edge> next)
    {
        var bottom = new Edge(i, j, Upright: false);
        var right = new Edge(i + 1, j, Upright: true);
        var top = new Edge(i, j + 1, Upright: false);
        var left = new Edge(i, j, Upright: true);
        int corners = (At(values, i, j) >= level ? 1 : 0) | (At(values, i + 1, j) >= level ? 2 : 0)
            | (At(values, i + 1, j + 1) >= level ? 4 : 0) | (At(values, i, j + 1) >= level ? 8 : 0);
        switch (corners)
        {
            case 1: next[bottom] = left; break;
            case 2: next[right] = bottom; break;
            case 3: next[right] = left; break;
            case 4: next[top] = right; break;
            case 5: next[bottom] = left; next[top] = right; break;
            case 6: next[top] = bottom; break;
            case 7: next[top] = left; break;
            case 8: next[left] = top; break;
            case 9: next[bottom] = top; break;
            case 10: next[right] = bottom; next[left] = top; break;
            case 11: next[right] = top; break;
            case 12: next[left] = right; break;
            case 13: next[bottom] = right; break;
            case 14: next[left] = bottom; break;
        }
    }

    private static (double X, double Y) Crossing(double[,] values, double level, Edge edge)
    {
        double from = At(values, edge.I, edge.J);
        double to = edge.Upright ? At(values, edge.I, edge.J + 1) : At(values, edge.I + 1, edge.J);
        double share = (level - from) / (to - from);
        return edge.Upright ? (edge.I, edge.J + share) : (edge.I + share, edge.J);
    }

    private static double At(double[,] values, int i, int j) =>
        i >= 0 && j >= 0 && i < values.GetLength(0) && j < values.GetLength(1) ? values[i, j] : 0;

    private readonly record struct Edge(int I, int J, bool Upright);
}
