using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Configuration;

/// <summary>Knows the names that nobody gives to anything but a secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Endings =
    [
        "Password", "Passwd", "Passphrase", "PassPhrase", "Pwd", "Secret", "ApiKey", "APIKey", "PrivateKey", "SecretKey", "AccessKey", "SharedKey", "AccessToken", "ApiToken", "APIToken", "AuthToken",
        "BearerToken", "RefreshToken",
    ];

    // "HasPassword", "AdminPassword": the first says something about one, the second is one.
    private static readonly string[] Questions = ["Has", "Is", "Use", "Require", "Allow", "Can", "Hide", "Show", "Reset", "Change", "Sync"];

    /// <summary>Whether the property is a text by a name that says secret.</summary>
    public static bool IsSecretText(IPropertySymbol property) => property.Type.SpecialType == SpecialType.System_String && IsSecret(property.Name);

    /// <summary>Whether a name says secret: <c>ClientSecret</c> does, <c>SecretName</c> and <c>PasswordColumn</c> do not.</summary>
    public static bool IsSecret(string name)
        => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)) && !Array.Exists(Questions, question => name.StartsWith(question, StringComparison.Ordinal) && name.Length > question.Length && char.IsUpper(name[question.Length]));
}
