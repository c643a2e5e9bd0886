namespace TorchSharp;

// Inverse and hyperbolic functions, their other names, and both in place.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The inverse hyperbolic cosines.</summary>
        public Tensor acosh() => FunctionOperators.Acosh.Call(this);

        /// <summary>The inverse hyperbolic sines.</summary>
        public Tensor asinh() => FunctionOperators.Asinh.Call(this);

        /// <summary>The inverse hyperbolic tangents.</summary>
        public Tensor atanh() => FunctionOperators.Atanh.Call(this);

        /// <summary>sin(pi x) / (pi x), which is 1 at 0.</summary>
        public Tensor sinc() => FunctionOperators.Sinc.Call(this);

        /// <summary>As <see cref="acos()"/>, in place.</summary>
        public Tensor acos_() => FunctionOperators.AcosInPlace.Change(this);

        /// <summary>As <see cref="asin()"/>, in place.</summary>
        public Tensor asin_() => FunctionOperators.AsinInPlace.Change(this);

        /// <summary>As <see cref="atan()"/>, in place.</summary>
        public Tensor atan_() => FunctionOperators.AtanInPlace.Change(this);

        /// <summary>As <see cref="atan2(Tensor)"/>, in place.</summary>
        public Tensor atan2_(Tensor other) => FunctionOperators.Atan2InPlace.Change(this, other);

        /// <summary>As <see cref="sinh()"/>, in place.</summary>
        public Tensor sinh_() => FunctionOperators.SinhInPlace.Change(this);

        /// <summary>As <see cref="cosh()"/>, in place.</summary>
        public Tensor cosh_() => FunctionOperators.CoshInPlace.Change(this);

        /// <summary>As <see cref="tan()"/>, in place.</summary>
        public Tensor tan_() => FunctionOperators.TanInPlace.Change(this);

        /// <summary>As <see cref="acosh()"/>, in place.</summary>
        public Tensor acosh_() => FunctionOperators.AcoshInPlace.Change(this);

        /// <summary>As <see cref="asinh()"/>, in place.</summary>
        public Tensor asinh_() => FunctionOperators.AsinhInPlace.Change(this);

        /// <summary>As <see cref="atanh()"/>, in place.</summary>
        public Tensor atanh_() => FunctionOperators.AtanhInPlace.Change(this);

        /// <summary>As <see cref="sinc()"/>, in place.</summary>
        public Tensor sinc_() => FunctionOperators.SincInPlace.Change(this);

        /// <inheritdoc cref="acos()"/>
        public Tensor arccos() => acos();

        /// <inheritdoc cref="asin()"/>
        public Tensor arcsin() => asin();

        /// <inheritdoc cref="atan()"/>
        public Tensor arctan() => atan();

        /// <inheritdoc cref="atan2(Tensor)"/>
        public Tensor arctan(Tensor other) => atan2(other);

        /// <inheritdoc cref="atan2(Tensor)"/>
        public Tensor arctan2(Tensor other) => atan2(other);

        /// <inheritdoc cref="acosh()"/>
        public Tensor arccosh() => acosh();

        /// <inheritdoc cref="asinh()"/>
        public Tensor arcsinh() => asinh();

        /// <inheritdoc cref="atanh()"/>
        public Tensor arctanh() => atanh();

        /// <inheritdoc cref="acos_()"/>
        public Tensor arccos_() => acos_();

        /// <inheritdoc cref="asin_()"/>
        public Tensor arcsin_() => asin_();

        /// <inheritdoc cref="atan_()"/>
        public Tensor arctan_() => atan_();

        /// <inheritdoc cref="atan2_(Tensor)"/>
        public Tensor arctan_(Tensor other) => atan2_(other);

        /// <inheritdoc cref="atan2_(Tensor)"/>
        public Tensor arctan2_(Tensor other) => atan2_(other);

        /// <inheritdoc cref="acosh_()"/>
        public Tensor arccosh_() => acosh_();

        /// <inheritdoc cref="asinh_()"/>
        public Tensor arcsinh_() => asinh_();

        /// <inheritdoc cref="atanh_()"/>
        public Tensor arctanh_() => atanh_();
    }
}
