namespace Sluice.Generators.Model;

/// <summary>One argument of a connector's method.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Name">The parameter's name where it must be written, since one before it is left out.</param>
/// <param name="Token">The token's type, for a token.</param>
/// <param name="Code">The constant, or the type that a handler must be cast to, where other overloads could be meant.</param>
internal sealed record OperationArgument(OperationRole Role, string? Name, TokenModel? Token, string? Code);
