using System.Text.Json;

namespace L2L.Tests.Optimizers;

public sealed class AnnealingTests
{
    private static readonly Dictionary<string, CoolingSchedule> Schedules = new()
    {
        ["DEFAULT"] = CoolingSchedule.Default,
        ["LOGARITHMIC"] = CoolingSchedule.Logarithmic,
        ["EXPONENTIAL"] = CoolingSchedule.Exponential,
        ["LINEAR_MULTIPLICATIVE"] = CoolingSchedule.LinearMultiplicative,
        ["QUADRATIC_MULTIPLICATIVE"] = CoolingSchedule.QuadraticMultiplicative,
        ["LINEAR_ADDAPTIVE"] = CoolingSchedule.LinearAdaptive,
        ["QUADRATIC_ADDAPTIVE"] = CoolingSchedule.QuadraticAdaptive,
        ["EXPONENTIAL_ADDAPTIVE"] = CoolingSchedule.ExponentialAdaptive,
        ["TRIGONOMETRIC_ADDAPTIVE"] = CoolingSchedule.TrigonometricAdaptive,
    };

    [Test]
    public void Temperature_RecordedSteps_IsTheRecordedOneButForTheDefects()
    {
        foreach (JsonElement recorded in Golden.Read("simulated_annealing.json").Items("cooling"))
            Check(recorded, start: 1, recorded.GetProperty("temperature_end").GetDouble(), legacyDecay: true);
        foreach (JsonElement recorded in Golden.Read("parallel_tempering.json").Items("cooling"))
            Check(recorded, recorded.GetProperty("bounds")[0].GetDouble(), recorded.GetProperty("bounds")[1].GetDouble(), legacyDecay: false);

        static void Check(JsonElement recorded, double start, double end, bool legacyDecay)
        {
            CoolingSchedule schedule = Schedules[recorded.GetProperty("schedule").GetString()!];
            int k = recorded.GetProperty("k").GetInt32(), steps = recorded.GetProperty("steps_total").GetInt32();
            double temperature = recorded.GetProperty("temperature").GetDouble(), decay = recorded.GetProperty("decay").GetDouble();
            // Where the reference ignores the decay, it is compared at the decay that it has there.
            if (schedule == CoolingSchedule.Logarithmic || (legacyDecay && schedule is CoolingSchedule.LinearMultiplicative or CoolingSchedule.QuadraticMultiplicative && legacyDecay))
                decay = 1;
            if (legacyDecay && schedule == CoolingSchedule.Exponential)
                decay = 0.85;
            double actual = Cooling.Temperature(schedule, k, steps, temperature, start, end, decay);
            // The reference's additive schedules fall from T0 - T instead of T0 - T_end; the shape is the same.
            if (schedule is CoolingSchedule.LinearAdaptive or CoolingSchedule.QuadraticAdaptive or CoolingSchedule.ExponentialAdaptive)
                actual = end + (start - temperature) * (actual - end) / (start - end);
            // It also takes 3.1415 for π.
            double tolerance = schedule == CoolingSchedule.TrigonometricAdaptive ? 1e-4 : 1e-9;
            actual.ShouldBeClose(recorded.GetProperty("result").GetDouble(), tolerance, recorded.ToString());
        }
    }

    [Test]
    public void Temperature_RecordedSequences_AreTheRecordedOnesWhereTheReferenceIsRight()
    {
        int compared = 0;
        foreach (JsonElement recorded in Golden.Read("simulated_annealing.json").Items("temperature_sequences"))
        {
            CoolingSchedule schedule = Schedules[recorded.GetProperty("schedule").GetString()!];
            // The additive schedules of the reference are 0 in the first step; the test below has them right.
            if (schedule is CoolingSchedule.LinearAdaptive or CoolingSchedule.QuadraticAdaptive or CoolingSchedule.ExponentialAdaptive)
                continue;
            int steps = recorded.GetProperty("steps_total").GetInt32();
            double decay = schedule switch { CoolingSchedule.Default => recorded.GetProperty("decay").GetDouble(), CoolingSchedule.Exponential => 0.85, _ => 1 };
            double temperature = recorded.GetProperty("start").GetDouble();
            int k = 0;
            foreach (double expected in recorded.GetProperty("temperatures").Numbers())
            {
                temperature = Cooling.Temperature(schedule, ++k, steps, temperature, 1, 0, decay);
                temperature.ShouldBeClose(expected, schedule == CoolingSchedule.TrigonometricAdaptive ? 1e-4 : 1e-9, schedule.ToString());
            }

            compared++;
        }

        compared.Should().Be(6);
    }

    [TestCase(CoolingSchedule.LinearAdaptive)]
    [TestCase(CoolingSchedule.QuadraticAdaptive)]
    [TestCase(CoolingSchedule.TrigonometricAdaptive)]
    public void Temperature_AdditiveSchedules_FallFromStartToEnd(CoolingSchedule schedule)
    {
        double[] course = [.. Enumerable.Range(1, 10).Select(k => Cooling.Temperature(schedule, k, 10, 0, 0.9, 0.2, 0.99))];
        course.Should().BeInDescendingOrder();
        course[0].Should().BeInRange(0.7, 0.9);
        course[^1].Should().BeApproximately(0.2, 1e-12);
    }

    private static IEnumerable<TestCaseData> Runs() => Golden.Read("simulated_annealing.json").Items("runs")
        // The others cool by a schedule that the reference has wrong; those are tested above.
        .Where(r => r.GetProperty("parameters").GetProperty("cooling_schedule").GetString() is "DEFAULT" or "EXPONENTIAL")
        .Select(r => new TestCaseData(r).SetArgDisplayNames(r.GetProperty("label").GetString()!));

    [TestCaseSource(nameof(Runs))]
    public void Tell_RecordedRun_FollowsIt(JsonElement run)
    {
        var trace = new Trace(run, unused: 1);
        // The reference scales the very first step twice; that the recorded numbers are the scaled ones takes one of them back.
        double[] scaled = [.. trace.Draws.NormalQueue.Select(z => z * trace.Parameter("noisy_step"))];
        trace.Draws.NormalQueue.Clear();
        foreach (double z in scaled)
            trace.Draws.NormalQueue.Enqueue(z);
        var optimizer = new SimulatedAnnealing(trace.Problem, new SimulatedAnnealingOptions
        {
            ParallelRuns = trace.Count("n_parallel_runs"),
            StepSize = trace.Parameter("noisy_step"),
            // The reference has a decay of its own where the parameter should count.
            TemperatureDecay = trace.Parameters.GetProperty("cooling_schedule").GetString() switch { "EXPONENTIAL" => 0.85, _ => trace.Parameter("temp_decay") },
            Generations = trace.Count("n_iteration"),
            Schedule = Schedules[trace.Parameters.GetProperty("cooling_schedule").GetString()!],
        });
        trace.Replay(optimizer, generation =>
        {
            JsonElement state = generation.GetProperty("state_after");
            optimizer.Temperature.ShouldBeClose(state.GetProperty("T").Number());
            optimizer.Chains.Fitness.ShouldBeClose(state.GetProperty("current_fitness").Numbers());
            optimizer.Chains.Points!.SelectMany(p => p).ShouldBeClose(state.GetProperty("current_individuals").Rows().SelectMany(p => p));
        });
    }

    [Test]
    public void SwapProbability_RecordedPairs_IsTheRecordedOneWhereTheColderIsBetter()
    {
        foreach (JsonElement recorded in Golden.Read("parallel_tempering.json").Items("swap_probability"))
        {
            double f1 = recorded.GetProperty("E1").GetDouble(), f2 = recorded.GetProperty("E2").GetDouble();
            double t1 = recorded.GetProperty("T1").GetDouble(), t2 = recorded.GetProperty("T2").GetDouble();
            // The reference takes the absolute value, so that a swap that helps is as unlikely as one that harms.
            double harmful = Math.Min(Cooling.SwapProbability(f1, f2, t1, t2, 5), Cooling.SwapProbability(f2, f1, t1, t2, 5));
            harmful.ShouldBeClose(recorded.GetProperty("p").GetDouble(), 1e-12);
            Math.Max(Cooling.SwapProbability(f1, f2, t1, t2, 5), Cooling.SwapProbability(f2, f1, t1, t2, 5)).Should().Be(1);
        }

        // The better one is at the hotter place: always swapped. Temperature 0 and equal fitness are no trouble.
        Cooling.SwapProbability(-1, -2, 0.5, 0.25, 5).Should().Be(1);
        Cooling.SwapProbability(3, 3, 0, 0.5, 5).Should().Be(1);
    }

    // In the reference a chain's only possible partner is itself.
    [Test]
    public void Tempering_Run_SwapsAndKeepsAPermutation()
    {
        var optimizer = new ParallelTempering(Quick.Problem(), new ParallelTemperingOptions { Generations = 60, StepSize = 0.5 });
        BenchmarkFunction cost = BenchmarkFunctions.Get("Ackley2d");
        long swaps = 0;
        while (optimizer.StopReason == StopReason.None)
        {
            optimizer.Tell([.. optimizer.Ask().Select(i => new Evaluation(i, cost.Noiseless(i.Parameters.Vector("coords"))))]);
            swaps += optimizer.Details.Integer("swaps");
            optimizer.SlotOfChain.Order().Should().Equal(0, 1, 2, 3, 4);
        }

        swaps.Should().BeInRange(60, 290);
        optimizer.Temperatures[3].Should().BeApproximately(0.1, 1e-9);
    }

    [Test]
    public void Options_Bad_NamesThem()
    {
        FluentActions.Invoking(() => new SimulatedAnnealing(Quick.Problem(), new SimulatedAnnealingOptions { StepSize = 0 })).Should().Throw<ArgumentException>().WithMessage("StepSize is 0*");
        FluentActions.Invoking(() => new ParallelTempering(Quick.Problem(), new ParallelTemperingOptions { Slots = [new(CoolingSchedule.Default, 1)] })).Should().Throw<ArgumentException>().WithMessage("Slots.Count is 1*at least 2*");
        FluentActions.Invoking(() => new ParallelTempering(Quick.Problem(), new ParallelTemperingOptions { Slots = [new(CoolingSchedule.Default, 1), new(CoolingSchedule.Default, 0.1, 0.2)] })).Should().Throw<ArgumentException>().WithMessage("*Start above End*");
    }
}
