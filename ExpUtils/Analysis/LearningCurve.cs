namespace ExpUtils;

/// <summary>Makes curves over steps of what was measured now and then.</summary>
public static class LearningCurve
{
    /// <summary>
    /// A value for every step from one per episode: that of the episode ending at t fills the steps since the episode before, and the last one the rest.
    /// </summary>
    /// <param name="ends">The step at which each episode ended. What follows the first that does not grow is left out.</param>
    /// <param name="values">The value of each episode, such as its return.</param>
    /// <param name="length">The number of steps. Range: at least 0.</param>
    /// <exception cref="ArgumentException">There are not as many values as ends, or none.</exception>
    public static double[] FromEpisodes(ReadOnlySpan<long> ends, ReadOnlySpan<double> values, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (ends.Length != values.Length || ends.IsEmpty)
            throw new ArgumentException($"There are {values.Length} values for {ends.Length} episodes; there must be one each, and at least one.", nameof(values));
        var curve = new double[length];
        int count = 1;
        while (count < ends.Length && ends[count] > ends[count - 1])
            count++;
        int episode = 0;
        for (int step = 0; step < length; step++)
        {
            while (episode < count - 1 && step >= ends[episode])
                episode++;
            curve[step] = values[episode];
        }

        return curve;
    }
}
