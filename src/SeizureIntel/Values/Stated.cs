namespace SeizureIntel.Values;

/// <summary>A code together with the text it was read from; the default value is <see cref="NonValue.NotStated"/>.</summary>
/// <param name="code">The code understood, or one of the words of <see cref="NonValue"/>.</param>
/// <param name="text">What the source wrote; null where nothing was written.</param>
public readonly struct Stated(string code, string? text) : System.IEquatable<Stated>
{
    private readonly string? _code = code;

    /// <summary>The code understood, or one of the words of <see cref="NonValue"/>; never null.</summary>
    public string Code => _code ?? NonValue.NotStated;

    /// <summary>What the source wrote, screened; null where nothing was written.</summary>
    public string? Text { get; } = text;

    /// <summary>True where a value was stated and understood.</summary>
    public bool IsKnown => _code is not null && !NonValue.Is(_code);

    /// <inheritdoc/>
    public bool Equals(Stated other) => Code == other.Code && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Stated other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.HashCode.Combine(Code, Text);

    /// <inheritdoc/>
    public override string ToString() => Code;

    /// <summary>True where code and text are the same.</summary>
    public static bool operator ==(Stated left, Stated right) => left.Equals(right);

    /// <summary>True where code or text differ.</summary>
    public static bool operator !=(Stated left, Stated right) => !left.Equals(right);
}
