namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Sets of values that parameters and samples may have.</summary>
        public static partial class constraints
        {
            /// <summary>Any number but NaN.</summary>
            public static readonly _Real real = new();

            /// <summary>0 or 1.</summary>
            public static readonly _Boolean boolean = new();

            /// <summary>What depends on other values.</summary>
            public static readonly _Dependent dependent = new();

            /// <summary>Numbers above 0.</summary>
            public static readonly _GreaterThan positive = new(0);

            /// <summary>Numbers from 0.</summary>
            public static readonly _GreaterThanEq nonnegative = new(0);

            /// <summary>Vectors of numbers.</summary>
            public static readonly _IndependentConstraint real_vector = new(real, 1);

            /// <summary>Integers from 0.</summary>
            public static readonly _IntegerGreaterThan nonnegative_integer = new(0);

            /// <summary>Integers from 1.</summary>
            public static readonly _IntegerGreaterThan positive_integer = new(1);

            /// <summary>Numbers from 0 to 1.</summary>
            public static readonly _Interval unit_interval = new(0, 1);

            /// <summary>Lower triangular matrices with a positive diagonal.</summary>
            public static readonly _LowerCholesky lower_cholesky = new();

            /// <summary>Lower triangular matrices.</summary>
            public static readonly _LowerTriangular lower_triangular = new();

            /// <summary>Vectors of one 1 among zeros.</summary>
            public static readonly _OneHot one_hot = new();

            /// <summary>Symmetric matrices with positive eigenvalues.</summary>
            public static readonly _PositiveDefinite positive_definite = new();

            /// <summary>Symmetric matrices without a negative eigenvalue.</summary>
            public static readonly _PositiveSemiDefinite positive_semidefinite = new();

            /// <summary>Vectors of non-negative numbers with the sum 1.</summary>
            public static readonly _Simplex simplex = new();

            /// <summary>Square matrices.</summary>
            public static readonly _Square square = new();

            /// <summary>Symmetric matrices.</summary>
            public static readonly _Symmetric symmetric = new();

            /// <summary>Cholesky factors of correlation matrices.</summary>
            public static readonly _CorrCholesky corr_cholesky = new();

            /// <summary>Sets side by side along a dimension, each for a number of places.</summary>
            public static _Cat cat(IList<Constraint> cseq, long dim = 0, IList<long>? lengths = null) => new(cseq, dim, lengths);

            /// <summary>Numbers above a bound.</summary>
            public static _GreaterThan greater_than(double lower_bound) => new(lower_bound);

            /// <summary>Numbers from a bound.</summary>
            public static _GreaterThanEq greater_than_eq(double lower_bound) => new(lower_bound);

            /// <summary>Numbers from a bound up to, and without, another.</summary>
            public static _HalfOpenInterval half_open_interval(double lower_bound, double upper_bound) => new(lower_bound, upper_bound);

            /// <summary>A set whose last dimensions make one event.</summary>
            public static _IndependentConstraint independent(Constraint base_constraint, int reinterpreted_batch_ndims) => new(base_constraint, reinterpreted_batch_ndims);

            /// <summary>Integers of a closed interval.</summary>
            public static _IntegerInterval integer_interval(long lb, long ub) => new(lb, ub);

            /// <summary>Numbers of a closed interval.</summary>
            public static _Interval interval(double lower_bound, double upper_bound) => new(lower_bound, upper_bound);

            /// <summary>Numbers below a bound.</summary>
            public static _LessThan less_than(double upper_bound) => new(upper_bound);

            /// <summary>Vectors of counts with a fixed sum.</summary>
            public static _Multinomial multinomial(long upper_bound) => new(upper_bound);

            /// <summary>Sets side by side along a dimension, one for each place.</summary>
            public static _Stack stack(IList<Constraint> cseq, int dim = 0) => new(cseq, dim);
        }
    }
}
