using System;

namespace SeizureIntel.Validation.Vectors;

/// <summary>A reference folder, file, column or member is missing or cannot be read.</summary>
internal sealed class VectorFormatException : Exception
{
    public VectorFormatException(string message)
        : base(message) { }

    public VectorFormatException(string message, Exception inner)
        : base(message, inner) { }
}
