namespace Lagom.Rl;

/// <summary>The shape of observations that are pictures: rows from the top, pixels from the left, channels together.</summary>
internal readonly record struct ImageSpace(FrameSize Size, int Channels, float Low, float High, bool HasChannels)
{
    public int Length => Size.Width * Size.Height * Channels;

    public static ImageSpace Of<TAction>(IEnvironment<float[], TAction> inner)
        where TAction : notnull
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (inner.ObservationSpace is not Box { Shape.Length: 2 or 3 } box)
            throw new ArgumentException($"The observations come from {inner.ObservationSpace}; pictures come from a box [height, width] or [height, width, channels].", nameof(inner));
        bool hasChannels = box.Shape.Length == 3;
        return new ImageSpace(new FrameSize(box.Shape[1], box.Shape[0]), hasChannels ? box.Shape[2] : 1, box.Low.ToArray().Min(), box.High.ToArray().Max(), hasChannels);
    }

    public Box ToBox() => HasChannels ? new Box(Low, High, Size.Height, Size.Width, Channels) : new Box(Low, High, Size.Height, Size.Width);
}
