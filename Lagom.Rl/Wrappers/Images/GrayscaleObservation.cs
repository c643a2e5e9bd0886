namespace Lagom.Rl;

/// <summary>Takes the colours out of pictures: brightness 0.299 red + 0.587 green + 0.114 blue.</summary>
/// <typeparam name="TAction">The type of the actions.</typeparam>
public sealed class GrayscaleObservation<TAction> : ImageWrapper<TAction>
    where TAction : notnull
{
    /// <summary>Wraps an environment.</summary>
    /// <param name="inner">The environment inside; its observations are pictures [height, width, 3].</param>
    /// <param name="keepChannel">Whether the shape becomes [height, width, 1] and not [height, width].</param>
    /// <exception cref="ArgumentException">The observations are no such pictures.</exception>
    public GrayscaleObservation(IEnvironment<float[], TAction> inner, bool keepChannel = false)
        : base(inner, Grey(inner, keepChannel))
    {
    }

    private protected override void Change(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] = Brightness.Of(from[3 * i], from[3 * i + 1], from[3 * i + 2]);
    }

    private static ImageSpace Grey(IEnvironment<float[], TAction> inner, bool keepChannel)
    {
        ImageSpace space = ImageSpace.Of(inner);
        return space.Channels == 3
            ? space with { Channels = 1, HasChannels = keepChannel }
            : throw new ArgumentException($"The pictures have {space.Channels} channels; only those of 3 have colours.", nameof(inner));
    }
}
