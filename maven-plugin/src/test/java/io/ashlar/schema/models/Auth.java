package io.ashlar.schema.models;

import io.ashlar.data.Computed;
import io.ashlar.data.Default;
import io.ashlar.data.Indexed;
import io.ashlar.data.Json;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.annotations.CascadeOnDelete;

/**
 * The tables of Supabase Auth (github.com/supabase/auth, MIT), as someone would map them: ids of type UUID, points in
 * time, JSON, computed columns, unique values of some rows only, deletion that the database passes on.
 */
@SuppressWarnings("NullAway") // JPA sets the fields
public final class Auth {

    private Auth() {}

    /** All its entities. */
    public static List<Class<?>> models() {
        return List.of(
                User.class,
                Identity.class,
                Session.class,
                RefreshToken.class,
                MfaAmrClaim.class,
                MfaFactor.class,
                MfaChallenge.class,
                SsoProvider.class,
                SsoDomain.class,
                SamlProvider.class,
                SamlRelayState.class,
                FlowState.class,
                OneTimeToken.class,
                AuditLogEntry.class,
                Instance.class);
    }

    /** What all of them have. */
    @MappedSuperclass
    abstract static class Row {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        Instant createdAt;
        Instant updatedAt;
    }

    @Entity
    @Table(
            name = "users",
            comment = "Auth: Stores user login data within a secure schema.",
            indexes = {
                @Index(name = "users_instance_id_idx", columnList = "instance_id"),
                @Index(name = "users_is_anonymous_idx", columnList = "is_anonymous")
            },
            check =
                    @CheckConstraint(
                            name = "users_email_change_confirm_status_check",
                            constraint = "email_change_confirm_status >= 0 and email_change_confirm_status <= 2"))
    @Indexed(
            value = "confirmation_token",
            unique = true,
            name = "confirmation_token_idx",
            where = "confirmation_token <> ''")
    @Indexed(value = "recovery_token", unique = true, name = "recovery_token_idx", where = "recovery_token <> ''")
    @Indexed(value = "email", unique = true, name = "users_email_partial_key", where = "is_sso_user = false")
    static class User extends Row {
        UUID instanceId;

        @Column(length = 255)
        String aud;

        @Column(length = 255)
        String role;

        @Column(length = 255)
        String email;

        @Column(length = 255)
        String encryptedPassword;

        Instant emailConfirmedAt;
        Instant invitedAt;

        @Column(length = 255)
        String confirmationToken;

        Instant confirmationSentAt;

        @Column(length = 255)
        String recoveryToken;

        Instant recoverySentAt;

        @Column(length = 255)
        String emailChange;

        @Default("0")
        short emailChangeConfirmStatus;

        Instant lastSignInAt;

        @Json
        Map<String, Object> rawAppMetaData;

        @Json
        Map<String, Object> rawUserMetaData;

        Boolean isSuperAdmin;

        @Column(unique = true)
        String phone;

        Instant phoneConfirmedAt;

        @Computed("coalesce(email_confirmed_at, phone_confirmed_at)")
        Instant confirmedAt;

        Instant bannedUntil;

        @Default("false")
        @Column(
                name = "is_sso_user",
                nullable = false,
                comment = "Auth: Set this column to true when the account comes from SSO.")
        boolean isSsoUser;

        @Default("false")
        boolean isAnonymous;

        Instant deletedAt;

        @OneToMany(mappedBy = "user")
        List<Identity> identities;
    }

    @Entity
    @Table(
            name = "identities",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "identities_provider_id_provider_unique",
                            columnNames = {"provider_id", "provider"}))
    static class Identity extends Row {
        @Column(length = 400, nullable = false)
        String providerId;

        @ManyToOne(optional = false)
        @CascadeOnDelete
        User user;

        @Json
        @Column(nullable = false)
        Map<String, Object> identityData;

        @Column(length = 200, nullable = false)
        String provider;

        Instant lastSignInAt;
        String address;

        @Computed("lower(address)")
        String email;
    }

    /** How sure one is of who it is. */
    enum AalLevel {
        aal1,
        aal2,
        aal3
    }

    @Entity
    @Table(
            name = "sessions",
            indexes = {
                @Index(name = "sessions_not_after_idx", columnList = "not_after DESC"),
                @Index(name = "user_id_created_at_idx", columnList = "user_id, created_at")
            })
    static class Session extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        User user;

        UUID factorId;

        @Enumerated(EnumType.STRING)
        AalLevel aal;

        Instant notAfter;
        Instant refreshedAt;
        String userAgent;

        @Column(length = 45)
        String ip;

        String tag;
    }

    @Entity
    @Table(
            name = "refresh_tokens",
            indexes = @Index(name = "refresh_tokens_instance_id_user_id_idx", columnList = "instance_id, user_id"))
    static class RefreshToken {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        UUID instanceId;

        @Column(unique = true)
        String token;

        @Column(length = 255)
        String userId;

        Boolean revoked;

        @Column(length = 255)
        String parent;

        @ManyToOne
        @CascadeOnDelete
        Session session;

        Instant createdAt;
        Instant updatedAt;
    }

    @Entity
    @Table(
            name = "mfa_amr_claims",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "mfa_amr_claims_session_id_authentication_method_pkey",
                            columnNames = {"session_id", "authentication_method"}))
    static class MfaAmrClaim extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        Session session;

        @Column(length = 40, nullable = false)
        String authenticationMethod;
    }

    /** What the second factor is. */
    enum FactorType {
        totp,
        webauthn,
        phone
    }

    /** Whether it counts. */
    enum FactorStatus {
        unverified,
        verified
    }

    @Entity
    @Table(name = "mfa_factors")
    @Indexed(
            value = {"friendly_name", "user_id"},
            unique = true,
            name = "mfa_factors_user_friendly_name_unique",
            where = "friendly_name <> ''")
    static class MfaFactor extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        User user;

        String friendlyName;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        FactorType factorType;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        FactorStatus status;

        String secret;
        String phone;

        @Column(unique = true)
        Instant lastChallengedAt;

        @Json
        Map<String, Object> webAuthnCredential;

        @Column(name = "web_authn_aaguid")
        UUID webAuthnAaguid;
    }

    @Entity
    @Table(name = "mfa_challenges")
    static class MfaChallenge extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        MfaFactor factor;

        Instant verifiedAt;

        @Column(length = 45, nullable = false)
        String ipAddress;

        String otpCode;

        @Json
        Map<String, Object> webAuthnSessionData;
    }

    @Entity
    @Table(
            name = "sso_providers",
            check =
                    @CheckConstraint(
                            name = "resource_id not empty",
                            constraint = "resource_id is null or char_length(resource_id) > 0"))
    static class SsoProvider extends Row {
        @Column(unique = true)
        String resourceId;

        Boolean disabled;
    }

    @Entity
    @Table(name = "sso_domains")
    static class SsoDomain extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        SsoProvider ssoProvider;

        @Column(
                nullable = false,
                unique = true,
                check = @CheckConstraint(name = "domain not empty", constraint = "char_length(domain) > 0"))
        String domain;
    }

    @Entity
    @Table(name = "saml_providers")
    static class SamlProvider extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        SsoProvider ssoProvider;

        @Column(length = 500, nullable = false, unique = true)
        String entityId;

        @Lob
        @Column(name = "metadata_xml", nullable = false)
        String metadataXml;

        String metadataUrl;

        @Json
        Map<String, Object> attributeMapping;

        String nameIdFormat;
    }

    @Entity
    @Table(
            name = "saml_relay_states",
            indexes = @Index(name = "saml_relay_states_created_at_idx", columnList = "created_at DESC"))
    static class SamlRelayState extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        SsoProvider ssoProvider;

        @Column(nullable = false)
        String requestId;

        String forEmail;
        String redirectTo;

        @ManyToOne
        @CascadeOnDelete
        FlowState flowState;
    }

    /** How the code is hashed. */
    enum CodeChallengeMethod {
        s256,
        plain
    }

    @Entity
    @Table(
            name = "flow_state",
            comment = "stores metadata for pkce logins",
            indexes = {
                @Index(name = "idx_auth_code", columnList = "auth_code"),
                @Index(name = "idx_user_id_auth_method", columnList = "user_id, authentication_method")
            })
    static class FlowState extends Row {
        UUID userId;

        @Column(nullable = false)
        String authCode;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        CodeChallengeMethod codeChallengeMethod;

        @Column(nullable = false)
        String codeChallenge;

        @Column(nullable = false)
        String providerType;

        String providerAccessToken;
        String providerRefreshToken;

        @Column(nullable = false)
        String authenticationMethod;

        Instant authCodeIssuedAt;
    }

    /** What it may be used for, once. */
    enum TokenType {
        confirmation_token,
        reauthentication_token,
        recovery_token,
        email_change_token_new,
        email_change_token_current,
        phone_change_token
    }

    @Entity
    @Table(
            name = "one_time_tokens",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "one_time_tokens_user_id_token_type_key",
                            columnNames = {"user_id", "token_type"}))
    static class OneTimeToken extends Row {
        @ManyToOne(optional = false)
        @CascadeOnDelete
        User user;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        TokenType tokenType;

        @Column(
                nullable = false,
                check = @CheckConstraint(name = "token_hash_check", constraint = "char_length(token_hash) > 0"))
        String tokenHash;

        @Column(nullable = false)
        String relatesTo;
    }

    @Entity
    @Table(
            name = "audit_log_entries",
            indexes = @Index(name = "audit_logs_instance_id_idx", columnList = "instance_id"))
    static class AuditLogEntry {
        @Id
        UUID id;

        UUID instanceId;

        @Json
        Map<String, Object> payload;

        Instant createdAt;

        @Default("")
        @Column(length = 64, nullable = false)
        String ipAddress;
    }

    @Entity
    @Table(name = "instances", comment = "Auth: Manages users across multiple sites.")
    static class Instance extends Row {
        UUID uuid;

        @Lob
        String rawBaseConfig;
    }
}
