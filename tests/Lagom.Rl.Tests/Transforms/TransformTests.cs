using System.Text.Json;

namespace Lagom.Rl.Tests;

public sealed class TransformTests
{
    private static readonly JsonElement Vectors = Golden.Read("lagom/transform.json");

    [Test]
    public void GeometricSum_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("geometric_cumsum"))
        {
            JsonElement x = item.GetProperty("x");
            JsonElement[] rows = x[0].ValueKind == JsonValueKind.Array ? [.. x.EnumerateArray()] : [x];
            double[] sums = [.. rows.SelectMany(row => GeometricSum.Of(item.Number("alpha"), row.Numbers()))];
            sums.ShouldMatch(item.Numbers("out"), 1e-12, "sums", 1e-15);
        }
    }

    [Test]
    public void ExplainedVariance_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("explained_variance"))
            ExplainedVariance.OfColumns(Columns(item.GetProperty("y_true")), Columns(item.GetProperty("y_pred"))).Should().BeApproximately(item.Number("out"), 1e-9);
        ExplainedVariance.Of([1], [1]).Should().Be(double.NaN);
        FluentActions.Invoking(() => ExplainedVariance.Of([1, 2], [1])).Should().Throw<ArgumentException>();
    }

    [Test]
    public void RankTransform_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("rank_transform"))
        {
            double[] x = item.Numbers("x");
            RankTransform.Ranks(x).Should().Equal(item.Numbers("ranks").Select(rank => (int)rank));
            if (x.Length > 1)
                RankTransform.Centered(x).ShouldMatch(item.Numbers("centered"), 1e-12, "centred", 1e-15);
        }

        RankTransform.Centered([4]).Should().Equal(0);
        FluentActions.Invoking(() => RankTransform.Ranks([double.NaN])).Should().Throw<ArgumentException>();
    }

    [Test]
    public void LinearSchedule_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("linear_schedule"))
        {
            var schedule = new LinearSchedule(item.Number("initial"), item.Number("final"), item.GetProperty("N").GetInt64(), item.GetProperty("start").GetInt64());
            item.Numbers("x").Select(x => schedule.At((long)x)).ToArray().ShouldMatch(item.Numbers("out"), 1e-12, "schedule");
        }

        FluentActions.Invoking(() => new LinearSchedule(0, 1, 0)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*steps*");
        FluentActions.Invoking(() => new LinearSchedule(0, 1, 1).At(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void PolyakAverage_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("polyak_average"))
        {
            var average = new PolyakAverage(item.Number("alpha"));
            average.HasValue.Should().BeFalse();
            foreach ((JsonElement x, JsonElement expected) in item.Items("x").Zip(item.Items("out_after_each")))
                average.Add(x.Numbers()).ToArray().ShouldMatch(expected.Numbers(), 1e-12, "average");
        }

        FluentActions.Invoking(() => new PolyakAverage(2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*alpha*");
    }

    [Test]
    public void RunningMeanVar_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("running_mean_var"))
        {
            int size = Math.Max(1, item.Numbers("shape").Aggregate(1, (product, length) => product * (int)length));
            var moments = new RunningMeanVar(size, item.Number("initial_count"));
            JsonElement[] batches = [.. item.Items("batches")];
            bool isLastOnly = item.TryGetProperty("final", out JsonElement final);
            for (int i = 0; i < batches.Length; i++)
            {
                moments.Add(batches[i].Numbers());
                if (isLastOnly && i < batches.Length - 1)
                    continue;
                JsonElement expected = isLastOnly ? final : item.GetProperty("after_each")[i];
                moments.Mean.ToArray().ShouldMatch(expected.Numbers("mean"), 1e-10, "mean", 1e-12);
                moments.Variance.ToArray().ShouldMatch(expected.Numbers("var"), 1e-9, "variance", 1e-15);
                if (!isLastOnly)
                    moments.Count.Should().BeApproximately(expected.Number("count"), 1e-9);
            }
        }
    }

    [Test]
    public void RunningMeanVar_BatchesAndState_EqualOnePass()
    {
        var random = new RandomStream(3);
        var data = new double[3 * 100];
        random.FillNormal(data);
        var once = new RunningMeanVar(3, 1e-8);
        once.Add(data);
        var parts = new RunningMeanVar(3, 1e-8);
        parts.Add(data.AsSpan(0, 21));
        var loaded = new RunningMeanVar(3) { State = parts.State };
        loaded.Add(data.AsSpan(21));
        loaded.Mean.ToArray().ShouldMatch(once.Mean.ToArray(), 1e-9, "mean", 1e-12);
        loaded.Variance.ToArray().ShouldMatch(once.Variance.ToArray(), 1e-9, "variance");
        once.Invoking(m => m.Add(1, 2)).Should().Throw<ArgumentException>().WithMessage("*2 numbers*multiple of 3*");
        once.Invoking(m => m.Add(1, 2, double.NaN)).Should().Throw<ArgumentException>().WithMessage("*NaN*");
        once.Invoking(m => m.State = new RunningMeanVarState([1], [1], 1)).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Curves_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("interp_curves"))
        {
            int? points = item.TryGetProperty("num_point", out JsonElement count) ? count.GetInt32() : null;
            (double[] x, double[][] y) = CurveInterpolation.Linear(
                [.. item.Items("x").Select(Golden.Numbers)], [.. item.Items("y").Select(Golden.Numbers)], points);
            x.ShouldMatch(item.Numbers("new_x"), 1e-12, "x");
            y.SelectMany(row => row).ToArray().ShouldMatch(item.Numbers("ys"), 1e-9, "y");
        }

        FluentActions.Invoking(() => CurveInterpolation.Linear([[1, 1]], [[1, 2]])).Should().Throw<ArgumentException>().WithMessage("*curve 0 must increase*");
    }

    [Test]
    public void SmoothFilter_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("smooth_filter"))
        {
            int order = item.GetProperty("polyorder").GetInt32();
            double[] smooth = SmoothFilter.SavitzkyGolay(item.Numbers("x"), item.GetProperty("window_length").GetInt32(), order);
            // The recorded filter of order 10 solves an ill-conditioned system; rational arithmetic gives the value checked below it.
            smooth.ShouldMatch(item.Numbers("out"), order < 10 ? 1e-7 : 1e-4, "smooth", order < 10 ? 1e-7 : 1e-3);
            if (order == 10)
                smooth[15].Should().BeApproximately(3.9861037220104985, 1e-9);
        }

        FluentActions.Invoking(() => SmoothFilter.SavitzkyGolay(new double[9], 4, 2)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*odd*");
        FluentActions.Invoking(() => SmoothFilter.SavitzkyGolay(new double[3], 5, 2)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Description_GoldenCases_Match()
    {
        foreach (JsonElement item in Vectors.Items("describe"))
        {
            JsonElement x = item.GetProperty("x");
            if (x.ValueKind == JsonValueKind.Null || x.GetArrayLength() == 0)
                continue;
            double[][] columns = x[0].ValueKind == JsonValueKind.Array ? Columns(x) : [x.Numbers()];
            SummaryStatistics[] actual = [.. columns.Select(column => SummaryStatistics.Of(column)!)];
            actual.Select(one => one.Mean).ToArray().ShouldMatch(item.Numbers("mean"), 1e-12, "mean");
            actual.Select(one => one.StandardDeviation).ToArray().ShouldMatch(item.Numbers("std"), 1e-12, "std");
            actual.Select(one => one.Min).ToArray().ShouldMatch(item.Numbers("min"), 0, "min");
            actual.Select(one => one.Max).ToArray().ShouldMatch(item.Numbers("max"), 0, "max");
        }

        SummaryStatistics.Of([]).Should().BeNull();
        foreach (JsonElement item in Vectors.Items("describe_text"))
        {
            SummaryStatistics.Of(item.Numbers("x"))!.ToString(item.GetProperty("repr_indent").GetInt32(), item.GetProperty("repr_prefix").GetString() ?? "")
                .Should().Be(item.GetProperty("text").GetString());
        }
    }

    private static double[][] Columns(JsonElement element)
    {
        if (element[0].ValueKind != JsonValueKind.Array)
            return [element.Numbers()];
        double[][] rows = [.. element.EnumerateArray().Select(Golden.Numbers)];
        return rows.Length == 1 ? rows : [.. Enumerable.Range(0, rows[0].Length).Select(k => rows.Select(row => row[k]).ToArray())];
    }
}
