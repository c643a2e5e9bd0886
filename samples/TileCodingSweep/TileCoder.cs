namespace TileCodingSweep;

/// <summary>Turns position and velocity into the tiles they lie in, one per tiling; tilings are shifted against each other.</summary>
internal sealed class TileCoder(int tilings)
{
    private const int TilesPerSide = 8;
    private const double LowPosition = -1.2;
    private const double PositionRange = 1.8;
    private const double TopSpeed = 0.07;

    // A shifted tiling reaches one tile further.
    private const int Side = TilesPerSide + 1;

    public int Tilings { get; } = tilings;

    public int Count => Tilings * Side * Side;

    /// <summary>Writes the number of the active tile of each tiling.</summary>
    public void Encode(ReadOnlySpan<float> observation, Span<int> tiles)
    {
        double position = (observation[0] - LowPosition) / PositionRange * TilesPerSide;
        double velocity = (observation[1] + TopSpeed) / (2 * TopSpeed) * TilesPerSide;
        for (int tiling = 0; tiling < Tilings; tiling++)
        {
            // Shifts of 1 and 3 parts of a tile: equal ones would line the tilings up along a diagonal.
            int column = (int)(position + (tiling / (double)Tilings));
            int row = (int)(velocity + (tiling * 3 % Tilings / (double)Tilings));
            tiles[tiling] = (((tiling * Side) + Math.Clamp(row, 0, Side - 1)) * Side) + Math.Clamp(column, 0, Side - 1);
        }
    }
}
