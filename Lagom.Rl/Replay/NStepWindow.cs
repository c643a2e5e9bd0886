namespace Lagom.Rl;

/// <summary>The last steps of one environment whose rewards are not all in yet.</summary>
internal sealed class NStepWindow(ReplayOptions options)
{
    private readonly float[] _heads = new float[options.Steps * (options.ObservationSize + options.ActionSize)];
    private readonly double[] _rewards = new double[options.Steps];
    private int _first;

    /// <summary>How many steps wait.</summary>
    public int Count { get; private set; }

    public bool IsFull => Count == options.Steps;

    /// <summary>The observation and the action of the oldest step.</summary>
    public ReadOnlySpan<float> OldestHead => Head(_first);

    public void Push(ReadOnlySpan<float> observation, ReadOnlySpan<float> action, double reward)
    {
        int place = (_first + Count) % options.Steps;
        Span<float> head = Head(place);
        observation.CopyTo(head);
        action.CopyTo(head[observation.Length..]);
        _rewards[place] = reward;
        Count++;
    }

    /// <summary>The discounted sum of the rewards from the oldest step on, and what the value after them counts.</summary>
    public (double Reward, double Discount) Sum()
    {
        double sum = 0, discount = 1;
        for (int i = 0; i < Count; i++)
        {
            sum += discount * _rewards[(_first + i) % options.Steps];
            discount *= options.Gamma;
        }

        return (sum, discount);
    }

    public void DropOldest()
    {
        _first = (_first + 1) % options.Steps;
        Count--;
    }

    public void Clear() => (_first, Count) = (0, 0);

    public void Write(NumberWriter writer)
    {
        writer.Write(Count);
        for (int i = 0; i < Count; i++)
        {
            int place = (_first + i) % options.Steps;
            writer.Write(Head(place));
            writer.Write(_rewards[place]);
        }
    }

    public void Read(NumberReader reader)
    {
        Clear();
        int count = reader.ReadInt32("steps that wait", 0, options.Steps);
        for (int i = 0; i < count; i++)
        {
            reader.Read(Head(i));
            _rewards[i] = reader.ReadDouble();
        }

        Count = count;
    }

    private Span<float> Head(int place)
    {
        int length = options.ObservationSize + options.ActionSize;
        return _heads.AsSpan(place * length, length);
    }
}
