namespace Lagom.Rl;

/// <summary>Checks what policies are called with.</summary>
internal static class PolicyRows
{
    public static void Check(int observations, int isFirst, int actions, int observationSize, int actionSize)
    {
        if (observations != isFirst * observationSize)
            throw new ArgumentException($"There are {observations} numbers of observations; {isFirst} rows of {observationSize} need {isFirst * observationSize}.", nameof(observations));
        if (actions != isFirst * actionSize)
            throw new ArgumentException($"There is room for {actions} numbers of actions; {isFirst} rows of {actionSize} need {isFirst * actionSize}.", nameof(actions));
    }
}
