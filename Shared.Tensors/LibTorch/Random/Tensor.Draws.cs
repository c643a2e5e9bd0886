namespace TorchSharp;

// Draws in place, and draws with the elements as parameters.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Draws every element from the exponential distribution with that rate.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            RandomOperators.ExponentialInPlace.Run(this, lambda, generator);
            return this;
        }

        /// <summary>Draws every element from the distribution whose logarithm is normal.</summary>
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            RandomOperators.LogNormalInPlace.Run(this, mean, std, generator);
            return this;
        }

        /// <summary>Draws every element from the Cauchy distribution.</summary>
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null)
        {
            RandomOperators.CauchyInPlace.Run(this, median, sigma, generator);
            return this;
        }

        /// <summary>Draws every element from the geometric distribution on 1, 2, ...</summary>
        public Tensor geometric_(double p, Generator? generator = null)
        {
            RandomOperators.GeometricInPlace.Run(this, p, generator);
            return this;
        }

        /// <summary>Draws every element from the integers from a low one to before a high one.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            RandomOperators.RandomInPlaceByFrom.Run(this, (long)@from, (long)to, generator);
            return this;
        }

        /// <summary>Draws from Poisson distributions with these rates.</summary>
        public Tensor poisson(Generator? generator = null) => RandomOperators.Poisson.Call(this, generator);

        /// <summary>Draws how many of these numbers of trials succeed with those probabilities.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => RandomOperators.Binomial.Call(this, prob, generator);
    }
}
