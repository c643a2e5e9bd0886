using System.Runtime.ExceptionServices;

namespace Layg;

public sealed partial class Learner
{
    private readonly Queue<TrainingReport> _reports = new();
    private bool _reporting;

    /// <summary>
    /// Raises <see cref="Trained"/> for finished trainings, in their order and one at a time. No training is held up by a handler, so that
    /// handlers may train and load; what they train is reported when they have returned.
    /// </summary>
    private void Report()
    {
        lock (_gate)
        {
            if (_reporting)
                return;
            _reporting = true;
        }

        Exception? failure = null;
        while (NextReport() is { } report)
        {
            try
            {
                Trained?.Invoke(this, report);
            }
            catch (Exception exception)
            {
                failure ??= exception;
            }
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private TrainingReport? NextReport()
    {
        lock (_gate)
        {
            if (_reports.TryDequeue(out TrainingReport? report))
                return report;
            _reporting = false;
            return null;
        }
    }
}
