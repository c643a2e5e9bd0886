using System.Text.Json;
using Layg.Sampling;

namespace Layg.Tests.Sampling;

public sealed class StretchMoveGoldenTests
{
    private const double Tolerance = 1e-12;

    [Test]
    public void PureFunctions_RecordedNumbers_GiveRecordedProposalsAndRatios()
    {
        JsonElement golden = Golden.Read("stretch_move.json");
        double[][] positions = golden.GetProperty("start").Rows();
        int checkedProposals = 0;
        foreach (JsonElement step in golden.GetProperty("steps").EnumerateArray())
        {
            foreach (JsonElement part in step.GetProperty("parts").EnumerateArray())
            {
                int[] active = part.GetProperty("active").Integers();
                int[] partner = part.GetProperty("partner").Integers();
                double[] uniform = part.GetProperty("u_stretch").Numbers();
                double[] scales = part.GetProperty("z").Numbers();
                double[][] proposals = part.GetProperty("proposal").Rows();
                double[] proposed = part.GetProperty("lnp_proposal").Numbers();
                double[] ratios = part.GetProperty("ln_ratio").Numbers();
                JsonElement[] accepted = [.. part.GetProperty("accepted").EnumerateArray()];
                for (int i = 0; i < active.Length; i++, checkedProposals++)
                {
                    double scale = StretchMove.Scale(uniform[i], 2);
                    scale.Should().BeApproximately(scales[i], Tolerance);
                    double[] current = positions[active[i]];
                    var proposal = new double[2];
                    StretchMove.Stretch(current, positions[partner[i]], scale, proposal);
                    proposal[0].Should().BeApproximately(proposals[i][0], Tolerance);
                    proposal[1].Should().BeApproximately(proposals[i][1], Tolerance);
                    StretchMove.LogAcceptanceRatio(2, scale, -0.5 * Targets.Dot(current, current), proposed[i])
                        .Should().BeApproximately(ratios[i], Tolerance);
                }

                for (int i = 0; i < active.Length; i++)
                {
                    if (accepted[i].GetBoolean())
                        positions[active[i]] = proposals[i];
                }
            }
        }

        checkedProposals.Should().Be(12 * 8);
    }

    [Test]
    public void Run_RecordedNumbers_ReplaysThePositions()
    {
        JsonElement golden = Golden.Read("stretch_move.json");
        double[][] start = golden.GetProperty("start").Rows();
        JsonElement[] steps = [.. golden.GetProperty("steps").EnumerateArray()];
        var draws = new RecordedDraws(steps);
        var options = new EnsembleOptions { Moves = [new(new RecordedStretchMove(draws))] };
        ILogDensity density = Targets.Normal(2);
        var run = new EnsembleRun(density, options, [.. start.SelectMany(row => row)], draws, CancellationToken.None);

        run.Advance(steps.Length).Should().BeTrue();

        Chain chain = run.Chain;
        chain.Steps.Should().Be(12);
        int acceptedCount = 0;
        for (int step = 0; step < steps.Length; step++)
        {
            double[][] positions = steps[step].GetProperty("positions").Rows();
            double[] logDensities = steps[step].GetProperty("lnp").Numbers();
            acceptedCount += steps[step].GetProperty("parts").EnumerateArray()
                .Sum(part => part.GetProperty("accepted").EnumerateArray().Count(accepted => accepted.GetBoolean()));
            for (int walker = 0; walker < 8; walker++)
            {
                chain.Position(step, walker)[0].Should().BeApproximately(positions[walker][0], Tolerance);
                chain.Position(step, walker)[1].Should().BeApproximately(positions[walker][1], Tolerance);
                chain.LogDensity(step, walker).Should().BeApproximately(logDensities[walker], Tolerance);
            }
        }

        chain.AcceptanceFraction.Should().BeApproximately(acceptedCount / 96.0, 1e-15);
    }

    [Test]
    public void Propose_OwnStream_UsesTheSameFunctions()
    {
        var random = new Shared.Tensors.RandomStream(3);
        var again = new Shared.Tensors.RandomStream(3);
        double[] others = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        var proposal = new double[3];
        double factor = new StretchMove(3).Propose(new MoveContext(0, [0.5, -1, 2], others, [1, 4, 5], random), proposal);

        double scale = StretchMove.Scale(again.NextDouble(), 3);
        int partner = again.NextInt32(3);
        var expected = new double[3];
        StretchMove.Stretch([0.5, -1, 2], others.AsSpan(3 * partner, 3), scale, expected);
        proposal.Should().Equal(expected);
        factor.Should().Be(2 * Math.Log(scale));
    }

    [Test]
    public void Scale_HalfWithTwo_MatchesTheWorkedExample()
    {
        StretchMove.Scale(0.5, 2).Should().Be(1.125);
        double ratio = StretchMove.LogAcceptanceRatio(2, 1.125, -1, -1.5);
        ratio.Should().BeApproximately(-0.3822170, 5e-8);
        Math.Exp(ratio).Should().BeApproximately(0.6823470, 5e-8);
    }

    /// <summary>Gives the engine the recorded halves and deciding numbers.</summary>
    private sealed class RecordedDraws(JsonElement[] steps) : EnsembleDraws(0, 8)
    {
        private int _step = -1;

        public override void AssignHalves(Span<byte> halves, EnsembleSplit split)
        {
            _step++;
            int[] recorded = steps[_step].GetProperty("half").Integers();
            for (int walker = 0; walker < halves.Length; walker++)
                halves[walker] = (byte)recorded[walker];
        }

        public override double Acceptance(int walker) => Recorded(walker, "u_accept").GetDouble();

        public JsonElement Recorded(int walker, string name)
        {
            foreach (JsonElement part in steps[_step].GetProperty("parts").EnumerateArray())
            {
                int at = Array.IndexOf(part.GetProperty("active").Integers(), walker);
                if (at >= 0)
                    return part.GetProperty(name)[at];
            }

            throw new InvalidOperationException($"Walker {walker} has no {name} in step {_step}.");
        }
    }

    private sealed class RecordedStretchMove(RecordedDraws draws) : IEnsembleMove
    {
        public double Propose(in MoveContext context, Span<double> proposal)
        {
            double scale = StretchMove.Scale(draws.Recorded(context.Walker, "u_stretch").GetDouble(), 2);
            int partner = context.OtherWalkers.IndexOf(draws.Recorded(context.Walker, "partner").GetInt32());
            StretchMove.Stretch(context.Current, context.Other(partner), scale, proposal);
            return StretchMove.LogVolumeFactor(context.Dimension, scale);
        }
    }
}
