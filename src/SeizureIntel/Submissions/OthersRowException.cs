using System;

namespace SeizureIntel.Submissions;

/// <summary>A file mends rows that another office sent.</summary>
public sealed class OthersRowException()
    : InvalidOperationException("The file mends rows that another office sent; that office mends them. Nothing of the file was kept.");
