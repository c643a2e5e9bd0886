namespace L2L;

/// <summary>The random numbers of an optimizer, from its stream; tests put recorded ones in their place.</summary>
internal class Draws(Func<RandomStream> stream)
{
    public virtual double Normal() => stream().NextNormal();

    public virtual double Uniform() => stream().NextDouble();

    public virtual int Index(int count) => stream().NextInt32(count);

    public double[] Normals(int count)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = Normal();
        return values;
    }
}
