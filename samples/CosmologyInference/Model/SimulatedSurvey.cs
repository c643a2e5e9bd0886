using Shared.Tensors;

namespace CosmologyInference.Model;

/// <summary>A simulated survey: nothing here was observed.</summary>
internal static class SimulatedSurvey
{
    /// <summary>The universe that the data are drawn from: Ω_m, w and the offset of the moduli.</summary>
    public static readonly double[] Truth = [0.3, -1, 0];

    private const double NearbyShare = 0.25;
    private const double IntrinsicScatter = 0.12;
    private const double LensingPerRedshift = 0.055;

    /// <summary>Peculiar velocities of 300 km/s, as a redshift.</summary>
    private const double PeculiarRedshift = 0.001;

    /// <summary>Draws supernovae: a nearby quarter at z from 0.015 to 0.1, the others between 0.1 and 1.3.</summary>
    public static Supernova[] Draw(int count, RandomStream random)
    {
        var universe = new Universe(Truth[0], Truth[1]);
        var survey = new Supernova[count];
        for (int i = 0; i < count; i++)
        {
            double z = i < NearbyShare * count ? random.NextDouble(0.015, 0.1) : 0.1 + (1.2 * Math.Sqrt(random.NextDouble()) * random.NextDouble(0.6, 1));
            double motion = 5 / Math.Log(10) * PeculiarRedshift / z;
            double error = Math.Sqrt(Math.Pow(IntrinsicScatter, 2) + Math.Pow(LensingPerRedshift * z, 2) + (motion * motion));
            survey[i] = new Supernova(z, universe.Modulus(z) + Truth[2] + (error * random.NextNormal()), error);
        }

        return survey;
    }
}
