using System;

namespace SeizureIntel.Etl.Storing;

/// <summary>A submission breaks an assertion of its source and is refused as a whole.</summary>
public sealed class SourceAssertionException : Exception
{
    /// <summary>Without a message.</summary>
    public SourceAssertionException() { }

    /// <summary>With a sentence that says what was found and what was expected.</summary>
    public SourceAssertionException(string message)
        : base(message) { }

    /// <summary>With a sentence and the cause.</summary>
    public SourceAssertionException(string message, Exception innerException)
        : base(message, innerException) { }
}
