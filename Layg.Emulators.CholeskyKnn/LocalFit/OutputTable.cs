namespace Layg.Emulators.CholeskyKnn;

/// <summary>
/// What is known at each point, row by row. Appending returns a new table that shares its memory with the old one, which keeps
/// seeing only its own rows; a second append to the same table copies.
/// </summary>
internal sealed class OutputTable
{
    private readonly Store _store;
    private readonly double[] _rows;

    private OutputTable(Store store, int count, int width)
    {
        _store = store;
        _rows = store.Rows;
        Count = count;
        Width = width;
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Numbers per row.</summary>
    public int Width { get; }

    /// <summary>All rows.</summary>
    public ReadOnlySpan<double> All => _rows.AsSpan(0, Count * Width);

    /// <summary>Takes over an array of rows.</summary>
    public static OutputTable Of(double[] rows, int width)
    {
        int count = rows.Length / width;
        return new OutputTable(new Store(rows, count), count, width);
    }

    public ReadOnlySpan<double> Row(int index) => _rows.AsSpan(index * Width, Width);

    /// <summary>The table with one more row.</summary>
    public OutputTable Append(ReadOnlySpan<double> row)
    {
        Store store = _store;
        bool claimed = Interlocked.CompareExchange(ref store.Claimed, Count + 1, Count) == Count;
        if (!claimed || (Count + 1) * Width > _rows.Length)
        {
            var rows = new double[Math.Max(2 * Count, 16) * Width];
            All.CopyTo(rows);
            store = new Store(rows, Count + 1);
        }

        row.CopyTo(store.Rows.AsSpan(Count * Width, Width));
        return new OutputTable(store, Count + 1, Width);
    }

    /// <summary>The table with another row in one place; copies everything, as it is rare.</summary>
    public OutputTable Replace(int index, ReadOnlySpan<double> row)
    {
        double[] rows = All.ToArray();
        row.CopyTo(rows.AsSpan(index * Width, Width));
        return Of(rows, Width);
    }

    private sealed class Store(double[] rows, int claimed)
    {
        /// <summary>Rows that some table of this store owns.</summary>
        public int Claimed = claimed;

        public double[] Rows { get; } = rows;
    }
}
