<#-- The registration page of an identity pool: see docs/console/registration.md. A theme may have its own. -->
<#import "template.ftl" as layout>
<#import "register-commons.ftl" as registerCommons>
<#import "identity-pool-form.ftl" as poolForm>
<@layout.registrationLayout displayMessage=false displayRequiredFields=true; section>
<!-- template: identity-pool-register.ftl -->
    <#if section = "header">
        <#if messageHeader??>
            ${msg(messageHeader)}
        <#elseif poolPage.header?has_content>
            <@poolForm.linked poolPage.header/>
        <#else>
            ${msg("registerTitle")}
        </#if>
    <#elseif section = "form">
        <@poolForm.styles/>
        <form id="kc-register-form" class="${properties.kcFormClass!}" action="${url.registrationAction}" method="post" novalidate="novalidate">
            <@poolForm.pageErrors/>
            <@poolForm.sections/>
            <#if passwordRequired?? && !poolPage.passwordAfter?has_content>
                <@poolForm.passwords/>
            </#if>

            <@registerCommons.termsAcceptance/>

            <#if recaptchaRequired?? && (recaptchaVisible!false)>
                <div class="g-recaptcha" data-size="compact" data-sitekey="${recaptchaSiteKey}" data-action="${recaptchaAction}"></div>
            </#if>
            <div id="kc-form-buttons" class="${properties.kcFormButtonsClass!}">
                <#if recaptchaRequired?? && !(recaptchaVisible!false)>
                    <script>
                        function registerInPool() {
                            document.getElementById("kc-register-form").requestSubmit();
                        }
                    </script>
                    <button id="kc-submit" type="submit" data-sitekey="${recaptchaSiteKey}" data-action="${recaptchaAction}" data-callback="registerInPool"
                        class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!} g-recaptcha">${msg("doRegister")}</button>
                <#else>
                    <button id="kc-submit" type="submit"
                        class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("doRegister")}</button>
                </#if>
            </div>
            <div id="kc-form-options" class="${properties.kcFormOptionsClass!}">
                <div class="${properties.kcFormOptionsWrapperClass!}">
                    <span><a href="${url.loginUrl}">${msg("backToLogin")}</a></span>
                </div>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
