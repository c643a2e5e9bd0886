namespace L2L;

/// <summary>First responsibilities of a mixture: each point belongs to its nearest of k means.</summary>
/// <remarks><b>Source:</b> Arthur and Vassilvitskii (2007), "k-means++: the advantages of careful seeding"; Lloyd (1982).</remarks>
internal static class ClusterStart
{
    private const int Rounds = 30;

    public static double[][] Responsibilities(IReadOnlyList<double[]> rows, int clusters, RandomStream random)
    {
        List<double[]> centres = Seeds(rows, clusters, random);
        var nearest = new int[rows.Count];
        for (int round = 0; round < Rounds; round++)
        {
            bool changed = round == 0;
            for (int n = 0; n < rows.Count; n++)
            {
                int k = Nearest(rows[n], centres);
                changed |= k != nearest[n];
                nearest[n] = k;
            }

            if (!changed)
                break;
            for (int k = 0; k < centres.Count; k++)
            {
                double[][] members = [.. rows.Where((_, n) => nearest[n] == k)];
                if (members.Length > 0)
                    centres[k] = Moments.Mean(members);
            }
        }

        var responsibilities = new double[rows.Count][];
        for (int n = 0; n < rows.Count; n++)
        {
            responsibilities[n] = new double[clusters];
            responsibilities[n][nearest[n]] = 1;
        }

        return responsibilities;
    }

    private static List<double[]> Seeds(IReadOnlyList<double[]> rows, int clusters, RandomStream random)
    {
        List<double[]> centres = [rows[random.NextInt32(rows.Count)]];
        while (centres.Count < clusters)
        {
            double[] squares = [.. rows.Select(row => centres.Min(c => SquaredDistance(row, c)))];
            double pick = random.NextDouble() * squares.Sum();
            int at = 0;
            while (at + 1 < rows.Count && (pick -= squares[at]) > 0)
                at++;
            centres.Add(rows[at]);
        }

        return centres;
    }

    private static int Nearest(double[] row, List<double[]> centres)
    {
        int best = 0;
        for (int k = 1; k < centres.Count; k++)
        {
            if (SquaredDistance(row, centres[k]) < SquaredDistance(row, centres[best]))
                best = k;
        }

        return best;
    }

    private static double SquaredDistance(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        return sum;
    }
}
