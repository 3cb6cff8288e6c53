<#-- "Update password" for the users of an identity pool, with the rules of the pool: see docs/console/registration.md. A theme may have its own. -->
<#import "template.ftl" as layout>
<#import "password-commons.ftl" as passwordCommons>
<#import "identity-pool-form.ftl" as poolForm>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password','password-confirm'); section>
<!-- template: identity-pool-update-password.ftl -->
    <#if section = "header">
        ${msg("updatePasswordTitle")}
    <#elseif section = "form">
        <@poolForm.styles/>
        <form id="kc-passwd-update-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate="novalidate">
            <@poolForm.password name="password-new" fieldName="password" label=msg("passwordNew") error=messagesPerField.get("password") rules=poolPasswordRules![]>autofocus</@poolForm.password>
            <@poolForm.password name="password-confirm" label=msg("passwordConfirm") error=messagesPerField.get("password-confirm")/>
            <div class="${properties.kcFormGroupClass!}">
                <@passwordCommons.logoutOtherSessions/>
            </div>
            <div id="kc-form-buttons" class="${properties.kcFormButtonsClass!}">
                <button id="kc-submit" name="login" type="submit"
                    class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("doSubmit")}</button>
                <#if isAppInitiatedAction??>
                    <button id="kc-cancel" type="submit" name="cancel-aia" value="true" formnovalidate
                        class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("doCancel")}</button>
                </#if>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
