using System.Globalization;
using System.Numerics.Tensors;

namespace Lagom.Evolution;

/// <summary>What happens to values that were told.</summary>
public abstract partial class EvolutionStrategy
{
    private void Take(ReadOnlySpan<double> candidates, ReadOnlySpan<double> searched, ReadOnlySpan<double> told, bool areAsked)
    {
        if (_values.Length < told.Length)
        {
            _values = new double[told.Length];
            _keys = new double[told.Length];
            _order = new int[told.Length];
        }

        Span<double> values = _values.AsSpan(0, told.Length);
        Span<int> order = _order.AsSpan(0, told.Length);
        (int failed, double worst) = Prepare(told, values);
        Rank(values, order);
        for (int i = told.Length - failed; i < told.Length; i++)
            values[order[i]] = failed == told.Length ? 0 : worst;

        FirstPopulation();
        long before = Evaluations;
        Evaluations += told.Length;
        Iterations++;
        try
        {
            Update(new ToldGeneration(searched, values, order, areAsked, failed));
        }
        catch
        {
            Evaluations = before;
            Iterations--;
            throw;
        }

        _isPending = false;
        int best = order[0];
        if (failed < told.Length && !(values[best] >= _bestValue))
        {
            _bestValue = values[best];
            _bestEvaluation = before + best + 1;
            candidates.Slice(best * Dimension, Dimension).CopyTo(_best);
            searched.Slice(best * Dimension, Dimension).CopyTo(_searchedBest);
        }

        Report(values, order, failed);
        StopReasons = _stop.Check(this, values, order, failed) | CheckStop(_options.Stop);
    }

    // Copies values so that smaller is better, and failed ones to infinity, behind all others.
    private (int Failed, double Worst) Prepare(ReadOnlySpan<double> told, Span<double> values)
    {
        int failed = 0;
        double worst = double.NegativeInfinity;
        for (int i = 0; i < told.Length; i++)
        {
            if (double.IsFinite(told[i]))
            {
                values[i] = Signed(told[i]);
                worst = Math.Max(worst, values[i]);
                continue;
            }

            if (FailedEvaluations == FailedEvaluations.Throw)
            {
                string value = told[i].ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    $"The value of candidate {i} is {value}. Return a finite number, or let {nameof(FailedEvaluations)} rank or resample such candidates.",
                    nameof(told));
            }

            values[i] = double.PositiveInfinity;
            failed++;
        }

        return (failed, worst);
    }

    // Sorts stably: equal values stay in the order told.
    private void Rank(ReadOnlySpan<double> values, Span<int> order)
    {
        Span<double> keys = _keys.AsSpan(0, values.Length);
        values.CopyTo(keys);
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        keys.Sort(order);
        for (int first = 0; first < keys.Length;)
        {
            int end = first + 1;
            while (end < keys.Length && keys[end].Equals(keys[first]))
                end++;
            if (end - first > 1)
                order[first..end].Sort();
            first = end;
        }
    }

    private void Report(ReadOnlySpan<double> values, ReadOnlySpan<int> order, int failed)
    {
        int valid = values.Length - failed;
        double sum = 0;
        foreach (int index in order[..valid])
            sum += values[index];
        if (_deviations.Length == 0)
            _deviations = new double[Dimension];
        Span<double> deviations = _deviations;
        WriteStandardDeviations(deviations);
        double smallest = TensorPrimitives.Min<double>(deviations), largest = TensorPrimitives.Max<double>(deviations);
        double axisRatio = AxisRatio;
        LastGeneration = new GenerationReport(
            Iterations,
            Evaluations,
            valid == 0 ? double.NaN : Signed(values[order[0]]),
            valid == 0 ? double.NaN : Signed(sum / valid),
            valid == 0 ? double.NaN : Signed(values[order[valid - 1]]),
            Signed(_bestValue),
            StepSize,
            smallest,
            largest,
            double.IsNaN(axisRatio) ? largest / smallest : axisRatio,
            failed);
    }
}
